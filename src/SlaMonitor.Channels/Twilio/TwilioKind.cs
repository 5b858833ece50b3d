using System.Text.RegularExpressions;
using SlaMonitor.Channels.Kinds;
using SlaMonitor.Monitoring.Egress;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Channels.Twilio;

/// <summary>Text messages by Twilio's Programmable Messaging (API of 2010-04-01).</summary>
internal sealed partial class TwilioKind : ChannelKind
{
    internal const string Service = "https://api.twilio.com";

    public override string Name => "sms";

    public override IReadOnlyList<string> Needs =>
        [nameof(ChannelOptions.User), nameof(ChannelOptions.Token), nameof(ChannelOptions.From), nameof(ChannelOptions.To)];

    public override IReadOnlyList<string> Takes => [nameof(ChannelOptions.Url)];

    public override IEnumerable<string> Mistakes(ChannelOptions options)
    {
        if (!AccountForm().IsMatch(options.User!))
            yield return $"{nameof(options.User)}: Twilio's account SID is AC and 32 digits of 0-9a-f.";
        foreach (var (setting, number) in ((string, string)[])[(nameof(options.From), options.From!), (nameof(options.To), options.To!)])
        {
            if (!NumberForm().IsMatch(number)) yield return $"{setting}: write a phone number as +393331234567, with its country.";
        }
    }

    public override IChannel Open(string name, ChannelOptions options, EgressClient egress) => new TwilioChannel(name, options, egress);

    [GeneratedRegex("^AC[0-9a-fA-F]{32}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AccountForm();

    [GeneratedRegex(@"^\+[1-9][0-9]{6,14}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NumberForm();
}
