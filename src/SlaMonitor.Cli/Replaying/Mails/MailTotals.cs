using System.Text.Json.Nodes;
using SlaMonitor.Mails.Contents;
using SlaMonitor.Mails.Reports.Data;
using SlaMonitor.Monitoring.Replaying;

namespace SlaMonitor.Cli.Replaying.Mails;

/// <summary>How many mails a history comes to.</summary>
internal sealed class MailTotals
{
    private readonly SortedDictionary<string, long> _byPerson = new(StringComparer.OrdinalIgnoreCase);
    private readonly SortedDictionary<MailItemKind, long> _byKind = [];

    public long Mails { get; private set; }

    /// <summary>How many mails each person gets, by address.</summary>
    public IReadOnlyDictionary<string, long> ByPerson => _byPerson;

    /// <summary>How many things are told, by what they are.</summary>
    public IReadOnlyDictionary<MailItemKind, long> ByKind => _byKind;

    public void Add(PlayedMail mail)
    {
        Mails++;
        _byPerson[mail.Recipient] = _byPerson.GetValueOrDefault(mail.Recipient) + 1;
        foreach (var item in mail.Items) _byKind[item.Kind] = _byKind.GetValueOrDefault(item.Kind) + 1;
    }

    public JsonObject ToJson() => new()
    {
        ["mails"] = Mails,
        ["told"] = new JsonObject(_byKind.Select(one => KeyValuePair.Create(ReportNames.Of(one.Key), (JsonNode?)one.Value))),
        ["people"] = new JsonObject(_byPerson.Select(one => KeyValuePair.Create(one.Key, (JsonNode?)one.Value))),
    };
}
