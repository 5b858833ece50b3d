using SlaMonitor.Core.Calendars;
using SlaMonitor.Samples;

namespace SlaMonitor.Agreements.Tests;

/// <summary>What the manual shows can be written so.</summary>
public sealed class DocsExampleTests : IDisposable
{
    private const string Head = """
        agreement: support
        version: 1
        effectiveFrom: 2026-01-01
        timeZone: Europe/Berlin
        contacts: { lead: { email: lead@example.com }, desk: { email: desk@example.com }, on-call: { email: on@example.com } }
        fallbackContact: lead

        """;

    private const string Business = """
        calendars: { business: { week: { mon-fri: "09:00-18:00" } } }
        targets: [{ id: response, metric: firstResponse, within: 4h, calendar: business }]

        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("docs-").FullName;

    [Fact]
    public void Calendars_OfTheManual_FollowTheSun()
    {
        foreach (var file in (string[])["holidays-de-by.ics", "company.ics"])
            File.WriteAllText(Path.Combine(_folder, file), CalendarText.Of("SUMMARY:Off\nDTSTART;VALUE=DATE:20260501"));

        var calendars = Load(
            Head + Block("agreement.md", "union: [asia") + "targets: [{ id: response, metric: firstResponse, within: 1d, calendar: sun }]")
            .Book!.Find("support", 1)!.Calendars;

        Assert.Equal(BusinessDuration.FromHours(4), OpenOn("europe", 2026, 12, 24));
        Assert.Equal(BusinessDuration.Zero, OpenOn("americas", 2026, 11, 26));
        Assert.Equal(BusinessDuration.FromHours(21), OpenOn("sun", 2026, 1, 6));

        BusinessDuration OpenOn(string name, int year, int month, int day)
        {
            var start = Instant.FromUtc(year, month, day, 0, 0);
            return calendars[name].Elapsed(start, start + Duration.FromDays(1));
        }
    }

    [Fact]
    public void Dates_OfTheManual_TellTheLead() => Assert.Equal(
        ["lead"],
        Load(Head + Business + "term: { from: 2026-01-01, to: 2026-12-31 }\n" + Block("agreement.md", "dates: {"))
            .Book!.Find("support", 1)!.Dates!.Tell);

    [Fact]
    public void Steps_OfTheManual_AreTwoHalvesAndOneForTheLead() => Assert.Equal(
        ["due", "due", "due + 2h"],
        Load(Head + Business + "escalation:\n" + Block("escalation.md", "outside: business")
                .Replace("steps:\n", "  - steps:\n", StringComparison.Ordinal).Replace("\n  - {", "\n      - {", StringComparison.Ordinal))
            .Book!.Find("support", 1)!.Escalations[0].Steps.Select(step => step.At.Name));

    [Fact]
    public void Amendment_OfTheManual_ChangesWhatItSays()
    {
        const string Updates = ", { id: updates, metric: update, within: 1d, calendar: business }]";
        var first = Head + Business.Replace("business }]", $"business }}{Updates}", StringComparison.Ordinal);
        var second = Load(first + "\n---\n" + Block("agreement.md", "amends: 1 ")).Book!.Find("support", 2)!;

        Assert.Equal(["urgent", "response"], second.Targets.Select(target => target.Id));
        Assert.Equal(6, second.Calendars["business"].Definition.Week.Count);
        Assert.DoesNotContain("desk", second.Contacts.Keys);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>The example of a page that has a text in it.</summary>
    private static string Block(string page, string text)
    {
        var docs = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", page));
        var at = docs.IndexOf(text, StringComparison.Ordinal);
        Assert.True(at > 0, $"{page} has no '{text}'");
        var start = docs.LastIndexOf("```yaml\n", at, StringComparison.Ordinal) + "```yaml\n".Length;
        return docs[start..docs.IndexOf("```", start, StringComparison.Ordinal)];
    }

    private AgreementLoad Load(string text)
    {
        var path = Path.Combine(_folder, "a.yaml");
        File.WriteAllText(path, text);
        var load = AgreementLoader.LoadFiles([path]);
        Assert.Empty(load.Problems);
        return load;
    }
}
