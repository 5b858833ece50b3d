using Microsoft.Extensions.Options;
using NodaTime;
using SlaMonitor.Agreements;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Views;

namespace SlaMonitor.Monitoring.Agreements;

/// <summary>
/// Tries a text as a file of the folder that the agreements are in, and changes nothing: what is wrong with it, and what would become of
/// the open tickets.
/// </summary>
public sealed class AgreementTrial
{
    private const string Sent = "sent.yaml";

    private readonly string _folder;
    private readonly IAgreementSource _agreements;
    private readonly TrialEffects _effects;
    private readonly IClock _clock;

    internal AgreementTrial(IOptions<AgreementOptions> options, IAgreementSource agreements, TrialEffects effects, IClock clock) =>
        (_folder, _agreements, _effects, _clock) = (options.Value.FullFolder, agreements, effects, clock);

    /// <summary>Tries a text.</summary>
    /// <param name="text">The text of an agreement file, in YAML.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="StoreUnavailableException">The store is away, or the folder of the agreements.</exception>
    public async Task<AgreementTrialView> TryAsync(byte[] text, CancellationToken cancellationToken)
    {
        var present = await _agreements.GetTermsAsync(cancellationToken);
        // A path in the folder: the text may name calendars that lie there.
        var sent = new AgreementText(Path.Combine(_folder, Sent), text);
        var load = AgreementLoader.Load([.. Others(sent), sent]);
        var problems = load.Problems.Select(problem => AgreementProblemView.Of(problem, sent.Name)).ToList();
        return new(
            load.Book is not null, problems,
            load.Book is { } book ? await _effects.OfAsync(present, book, _clock.GetCurrentInstant(), cancellationToken) : null);
    }

    /// <summary>The files that would stay: all but those which have a version that the text has too.</summary>
    private IEnumerable<AgreementText> Others(AgreementText sent)
    {
        var told = AgreementLoader.VersionsIn(sent);
        var replaced = _agreements.Files.Where(file => told.Contains((file.Version.Id, file.Version.Version)))
            .Select(file => Path.GetFullPath(file.Name)).ToHashSet(StringComparer.Ordinal);
        try
        {
            return [.. AgreementFiles.In(_folder).Where(file => !replaced.Contains(Path.GetFullPath(file)))
                .Select(file => new AgreementText(file, File.ReadAllBytes(file)))];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnavailableException($"The agreements in {_folder} cannot be read: {e.Message}", e);
        }
    }
}
