using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using SlaMonitor.Channels.Kinds;
using SlaMonitor.Monitoring.Egress;

namespace SlaMonitor.Channels;

/// <summary>Checks every connection and reports every mistake at once, without any secret: the host refuses to start.</summary>
internal sealed partial class ChannelsValidator(
    IConfiguration configuration, IOptions<EgressOptions> egress, IEnumerable<ChannelKind> kinds)
    : IValidateOptions<Dictionary<string, ChannelOptions>>
{
    private static readonly string[] Settings =
        [.. typeof(ChannelOptions).GetProperties().Where(property => property.CanWrite).Select(property => property.Name)];

    private readonly IReadOnlyList<ChannelKind> _kinds = [.. kinds];

    public ValidateOptionsResult Validate(string? name, Dictionary<string, ChannelOptions> options)
    {
        var mistakes = options.SelectMany(one => Mistakes(one.Key, one.Value)).ToList();
        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }

    private IEnumerable<string> Mistakes(string name, ChannelOptions options)
    {
        var path = $"{ChannelOptions.Section}:{name}";
        if (!NameForm().IsMatch(name))
            yield return $"{path}: a channel's name has letters, digits and hyphens, at most 40, as agreements write it.";

        var kind = _kinds.FirstOrDefault(one => one.Name == options.Kind);
        if (kind is null)
        {
            yield return $"{path}:{nameof(options.Kind)} is {Shown(options.Kind)}; write one of {Listed(_kinds.Select(one => one.Name))}.";
            yield break;
        }

        var given = configuration.GetSection(path).GetChildren().ToList();
        string[] known = [nameof(options.Kind), .. kind.Needs, .. kind.Takes];
        foreach (var setting in given.Where(one => !known.Contains(one.Key, StringComparer.OrdinalIgnoreCase)))
        {
            yield return Settings.Contains(setting.Key, StringComparer.OrdinalIgnoreCase)
                ? $"{setting.Path} means nothing to a channel of the kind {kind.Name}, which has {Listed(known)}."
                : $"{setting.Path}: there is no such setting. A channel of the kind {kind.Name} has {Listed(known)}.";
        }

        var missing = kind.Needs
            .Where(need => string.IsNullOrWhiteSpace(given.Find(one => one.Key.Equals(need, StringComparison.OrdinalIgnoreCase))?.Value))
            .ToList();
        foreach (var need in missing) yield return $"{path}:{need} is missing: a channel of the kind {kind.Name} needs it.";

        if (missing.Count > 0) yield break;
        if (options.Url is { } url && !Monitoring.Secrets.KeyVaultReference.IsUnresolved(url)
            && EgressClient.Objection(url, egress.Value.AllowPrivate) is { } objection)
        {
            yield return $"{path}:{nameof(options.Url)}: {objection}.";
        }

        foreach (var mistake in kind.Mistakes(options)) yield return $"{path}:{mistake}";
    }

    private static string Shown(string? kind) => string.IsNullOrWhiteSpace(kind) ? "missing" : $"'{kind}'";

    private static string Listed(IEnumerable<string> words) => string.Join(", ", words);

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9-]{0,39}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NameForm();
}
