using SlaMonitor.Agreements.Syntax;

namespace SlaMonitor.Agreements.Format;

[Section(
    "a way to tell", "By mail, or by one channel, named as its connection in the settings: 'email', 'slack: ops'.", Shorthand = "email")]
internal sealed record ViaSection : Section
{
    [Key("A channel of Slack.")]
    public Located<Name>? Slack { get; init; }

    [Key("A channel of Microsoft Teams.")]
    public Located<Name>? Teams { get; init; }

    [Key("A service of PagerDuty.")]
    public Located<Name>? Pagerduty { get; init; }

    [Key("A topic of ntfy: phones without a vendor.")]
    public Located<Name>? Ntfy { get; init; }

    [Key("An application of Gotify.")]
    public Located<Name>? Gotify { get; init; }

    [Key("A phone, by text message.")]
    public Located<Name>? Sms { get; init; }

    [Key("Another program, by a signed webhook that carries CloudEvents.")]
    public Located<Name>? Webhook { get; init; }

    /// <summary>The channels that are named, by their kinds.</summary>
    public IEnumerable<(string Kind, Located<Name>? Name)> Channels =>
    [
        ("slack", Slack), ("teams", Teams), ("pagerduty", Pagerduty), ("ntfy", Ntfy), ("gotify", Gotify), ("sms", Sms),
        ("webhook", Webhook),
    ];
}
