using NodaTime;
using NodaTime.Text;
using SlaMonitor.Agreements;
using SlaMonitor.Core.Agreements;

namespace SlaMonitor.Monitoring.Agreements;

/// <summary>A version that is written otherwise than before, or new, or gone.</summary>
/// <param name="File">The file that it is written in; of one that is gone, the file that it was written in.</param>
/// <param name="Before">What it was; <c>null</c> for a new one.</param>
/// <param name="After">What it is; <c>null</c> for one that is gone.</param>
internal sealed record AgreementChange(string File, Agreement? Before, Agreement? After)
{
    public string Agreement => Known.Id;

    public int Version => Known.Version;

    /// <summary>Since when tickets fall under it, as <c>2026-03-02</c>.</summary>
    public string EffectiveFrom => LocalDatePattern.Iso.Format(Known.EffectiveFrom);

    /// <summary>The fingerprint before.</summary>
    public string? Old => Before?.Fingerprint;

    /// <summary>The fingerprint now.</summary>
    public string? New => After?.Fingerprint;

    private Agreement Known => (After ?? Before)!;

    /// <summary>
    /// Whether it was in force already, so that tickets may fall under it: an amendment has a number of its own and leaves them what they
    /// were promised.
    /// </summary>
    public bool IsRewritten(Instant now) => Before?.EffectiveAt <= now;

    /// <summary>What is different between two states of the files.</summary>
    public static IEnumerable<AgreementChange> Between(IReadOnlyList<AgreementFile> before, IReadOnlyList<AgreementFile> after)
    {
        var old = before.ToDictionary(Name);
        var current = after.ToDictionary(Name);
        foreach (var file in after)
        {
            var former = old.GetValueOrDefault(Name(file))?.Version;
            if (!string.Equals(former?.Fingerprint, file.Version.Fingerprint, StringComparison.Ordinal))
                yield return new AgreementChange(file.Name, former, file.Version);
        }

        foreach (var gone in before.Where(file => !current.ContainsKey(Name(file))))
            yield return new AgreementChange(gone.Name, gone.Version, null);
    }

    private static (string Id, int Version) Name(AgreementFile file) => (file.Version.Id, file.Version.Version);
}
