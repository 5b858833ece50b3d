using System.Collections.Frozen;
using System.Text.RegularExpressions;
using NodaTime;
using SlaMonitor.CloudEvents;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Monitoring.Secrets;
using SlaMonitor.Webhooks.Kinds;
using SlaMonitor.Webhooks.Signing;
using SlaMonitor.Webhooks.Translation;

namespace SlaMonitor.Webhooks.Connections;

/// <summary>Makes a connection of what was configured, or says everything that is wrong with it.</summary>
internal sealed partial class ConnectionBuilder
{
    private const int ShortestSecret = 8;

    /// <summary>The address at which the mail service reports what became of mails.</summary>
    private const string Taken = "sendgrid-events";

    private readonly string _name;
    private readonly ConnectionOptions _options;
    private readonly List<string> _errors = [];
    private readonly Connection? _built;

    public ConnectionBuilder(IReadOnlyList<HelpdeskKind> kinds, string name, ConnectionOptions options)
    {
        (_name, _options) = (name, options);
        if (!PlainName().IsMatch(name))
        {
            _errors.Add(
                $"{Path}: a connection's name has letters, digits, - and _ only, at most 40; it is part of an address and of ticket ids.");
        }
        if (name.Equals(Taken, StringComparison.OrdinalIgnoreCase))
            _errors.Add($"{Path}: this address is taken by SendGrid's reports of its mails; choose another name.");
        if (KindOf(options.Kind, kinds) is { } kind) _built = Read(kind);
    }

    /// <summary>Everything that is wrong.</summary>
    public IReadOnlyList<string> Errors => _errors;

    private string Path => $"{WebhookOptions.Section}:{nameof(WebhookOptions.Connections)}:{_name}";

    /// <exception cref="InvalidOperationException">There are <see cref="Errors"/>.</exception>
    public Connection Build() =>
        _errors.Count == 0 && _built is not null ? _built : throw new InvalidOperationException(string.Join(' ', _errors));

    private HelpdeskKind? KindOf(string? name, IReadOnlyList<HelpdeskKind> kinds)
    {
        var kind = kinds.FirstOrDefault(kind => kind.Name.Equals(name?.Trim(), StringComparison.OrdinalIgnoreCase));
        var names = string.Join(", ", kinds.Select(known => known.Name));
        if (kind is null)
            Wrong(
                "Kind",
                string.IsNullOrWhiteSpace(name) ? $"is missing; it is one of {names}" : $"there is no '{name}'; there are {names}");
        return kind;
    }

    private Connection Read(HelpdeskKind kind)
    {
        if (kind.Traits.SecretHeader is null && !string.IsNullOrWhiteSpace(_options.SecretHeader))
            Wrong("SecretHeader", $"{kind.Name} signs what it sends; a secret in a header would be weaker and is not taken");

        return new Connection(kind, KeyringOf(kind), VocabularyOf(kind));
    }

    private Keyring KeyringOf(HelpdeskKind kind) => new()
    {
        Keys = Keys(kind),
        SecretHeader = kind.Traits.SecretHeader is { } usual ? Given(_options.SecretHeader) ?? usual : null,
        Address = Address(kind),
        ReplayWindow = Window(kind),
    };

    private Vocabulary VocabularyOf(HelpdeskKind kind) => new(_name.ToLowerInvariant())
    {
        Zone = Zone(),
        Statuses = NameList.Frozen(kind.Traits.Statuses, Words<TicketStatus>("Statuses", _options.Statuses)),
        Deleted = kind.Traits.Deleted,
        Priorities = NameList.Frozen(kind.Traits.Priorities, Words<TicketPriority>("Priorities", _options.Priorities)),
        Fields = [.. CustomFields()],
        Agents = Names("Agents", _options.Agents),
        Groups = Names("Groups", _options.Groups),
        Customers = Names("Customers", _options.Customers),
        Staff = NameList.Words(_options.Staff).ToFrozenSet(StringComparer.OrdinalIgnoreCase),
        Customer = Given(_options.Customer),
        TicketUrl = TicketUrl(),
        TypePrefix = Given(_options.TypePrefix),
    };

    private List<byte[]> Keys(HelpdeskKind kind)
    {
        var keys = new List<byte[]>();
        if (Given(_options.Secret) is null) Wrong("Secret", "is missing: a connection without one would take what anybody sends");
        foreach (var (setting, secret) in new[] { ("Secret", _options.Secret), ("SecondSecret", _options.SecondSecret) })
        {
            if (Given(secret) is not { } given || KeyVaultReference.IsUnresolved(given)) continue;
            if (given.Length < ShortestSecret) Wrong(setting, $"has fewer than {ShortestSecret} characters; take a long random text");
            else if (kind.KeyOf(given, out var problem) is { } key) keys.Add(key);
            else Wrong(setting, problem);
        }

        return keys;
    }

    private string? Address(HelpdeskKind kind)
    {
        var given = Given(_options.PublicUrl);
        if (kind.Traits.SignsAddress)
        {
            var form = $"as https://sla.example.com/api/webhooks/{_name}";
            if (given is null)
                Wrong("PublicUrl", $"is missing: {kind.Name} signs the address to which it sends; write it as it is set there, {form}");
            else if (EventRules.Link(given) is null || given.Contains('%', StringComparison.Ordinal))
                Wrong("PublicUrl", $"is an http or https address without escaped characters, {form}");
        }
        else if (given is not null)
        {
            Wrong("PublicUrl", $"{kind.Name} does not sign the address to which it sends, so none is needed");
        }

        return given;
    }

    private Duration Window(HelpdeskKind kind)
    {
        if (_options.ReplayWindow is not { } given) return kind.Traits.ReplayWindow ?? Duration.Zero;
        if (kind.Traits.ReplayWindow is null)
            Wrong("ReplayWindow", $"{kind.Name} stamps no time into what it signs, so there is none to check");
        else if (given <= TimeSpan.Zero || given > TimeSpan.FromDays(30))
            Wrong("ReplayWindow", "is more than nothing and at most 30 days, as 00:05:00");
        return given > TimeSpan.FromDays(30) || given < TimeSpan.Zero ? Duration.Zero : Duration.FromTimeSpan(given);
    }

    private DateTimeZone Zone()
    {
        if (Given(_options.TimeZone) is not { } id) return DateTimeZone.Utc;
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) is { } zone) return zone;

        Wrong("TimeZone", $"there is no zone '{id}'; write it as Europe/Berlin");
        return DateTimeZone.Utc;
    }

    private string? TicketUrl()
    {
        if (Given(_options.TicketUrl) is not { } url) return null;
        if (!url.Contains("{id}", StringComparison.Ordinal)
            || EventRules.Link(url.Replace("{id}", "1", StringComparison.Ordinal)) is null)
        {
            Wrong("TicketUrl", "is an http or https address with {id} in it, as https://acme.zendesk.com/agent/tickets/{id}");
        }

        return url;
    }

    private List<(string Theirs, T Ours)> Words<T>(string setting, string? text)
        where T : struct, Enum
    {
        var words = new List<(string, T)>();
        foreach (var (theirs, ours) in NameList.Pairs(text, problem => Wrong(setting, problem)))
        {
            if (Enum.GetValues<T>()
                .Where(value => value.ToString().Equals(ours, StringComparison.OrdinalIgnoreCase))
                .ToList() is [var value])
            {
                words.Add((theirs, value));
            }
            else
            {
                Wrong(
                    setting,
                    $"'{ours}' in '{theirs}={ours}' is not one of "
                    + $"{string.Join(", ", Enum.GetNames<T>().Select(known => char.ToLowerInvariant(known[0]) + known[1..]))}");
            }
        }

        return words;
    }

    private IEnumerable<CustomField> CustomFields()
    {
        foreach (var (theirs, ours) in NameList.Pairs(_options.Fields, problem => Wrong("Fields", problem)))
        {
            if (CustomField.Of(theirs, ours) is { } field) yield return field;
            else Wrong("Fields", $"'{ours}' in '{theirs}={ours}' is not one of {CustomField.Words}");
        }
    }

    private FrozenDictionary<string, string> Names(string setting, string? text) =>
        NameList.Frozen([], NameList.Pairs(text, problem => Wrong(setting, problem)));

    private void Wrong(string setting, string what) => _errors.Add($"{Path}:{setting}: {what}.");

    // An empty text is what a sample file writes for "not set".
    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$", RegexOptions.NonBacktracking)]
    private static partial Regex PlainName();
}
