using System.Text;
using SlaMonitor.Agreements.Amendments;
using SlaMonitor.Agreements.Diagnostics;
using SlaMonitor.Agreements.Yaml;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Samples;
using static SlaMonitor.Samples.TestFiles;

namespace SlaMonitor.Agreements.Tests;

/// <summary>A version may say only what it changes.</summary>
public sealed class AmendmentTests
{
    internal const string First = """
        agreement: support
        effectiveFrom: 2024-01-01
        timeZone: Europe/Berlin
        calendars:
          business: { week: { mon-fri: "09:00-18:00" }, agreed: [{ each: 12-24, hours: [], reason: Christmas Eve }] }
          always: 24x7
        targets:
          - { id: response, metric: firstResponse, within: 4h, calendar: business }
          - { id: resolution, metric: resolution, within: 2d, calendar: business }
        contacts: { lead: { email: lead@example.com } }
        escalation: [{ steps: [{ at: due, notify: lead }] }]
        acknowledgementExpires: 2h
        """;

    internal const string Head = "agreement: support\nversion: 2\namends: 1\neffectiveFrom: 2025-01-01\n";

    [Fact]
    public void Load_Amendment_ChangesWhatItSays_AndKeepsTheRest()
    {
        var second = Amended("targets: [{ id: response, within: 2h }]\ncalendars: { business: { week: { sat: \"09:00-18:00\" } } }");

        Assert.Equal((2, new LocalDate(2025, 1, 1)), (second.Version, second.EffectiveFrom));
        Assert.Equal(["response", "resolution"], second.Targets.Select(target => target.Id));
        Assert.Equal(BusinessDuration.FromHours(2), second.Targets[0].Within);
        Assert.Equal(Metric.FirstResponse, second.Targets[0].Metric);
        Assert.Equal(6, second.Calendars["business"].Definition.Week.Count);
        Assert.Single(second.Calendars["business"].Definition.YearlyOverrides);
        Assert.Equal(Duration.FromHours(2), second.AcknowledgementExpires);
        Assert.Single(second.Escalations);
    }

    [Fact]
    public void Load_Amendment_IsTheVersionWrittenWhole()
    {
        var whole = First.Replace("effectiveFrom: 2024-01-01", "version: 2\neffectiveFrom: 2025-01-01", StringComparison.Ordinal)
            .Replace("within: 4h", "within: 2h", StringComparison.Ordinal);

        var one = Load(First, Head + "targets: { id: response, within: 2h }").Book!.Find("support", 2)!;
        var other = Load(First, whole).Book!.Find("support", 2)!;

        // The calendars are compared by what they come to: each is an object of its own.
        Assert.Equal(other.Targets.Select(Promise), one.Targets.Select(Promise));
        Assert.Equal(other.Contacts.Keys, one.Contacts.Keys);
        Assert.Equal(other.Calendars.Keys, one.Calendars.Keys);

        static (string, Metric, BusinessDuration, string) Promise(Target target) =>
            (target.Id, target.Metric, target.Within, target.Calendar.Id);
    }

    [Fact]
    public void Load_NewTarget_ComesBeforeTheNextThatIsNamed_ElseAtTheEnd() => Assert.Equal(
        ["urgent", "response", "resolution", "updates"],
        Amended("""
            targets:
              - { id: urgent, metric: firstResponse, within: 1h, calendar: always, when: { priority: urgent } }
              - { id: response }
              - { id: updates, metric: update, within: 1d, calendar: business }
            """).Targets.Select(target => target.Id));

    [Fact]
    public void Load_KeyWithoutAValue_TakesAwayWhatWasThere()
    {
        var second = Amended("escalation:\nacknowledgementExpires:\ncalendars: { business: { agreed: } }");

        Assert.Empty(second.Escalations);
        Assert.Equal(Duration.FromHours(4), second.AcknowledgementExpires);
        Assert.Empty(second.Calendars["business"].Definition.YearlyOverrides);
    }

    [Fact]
    public void Load_ListOfAnotherKind_ReplacesTheOneBefore() => Assert.Equal(
        ["50%"],
        Amended("escalation: [{ steps: [{ at: 50%, notify: lead }] }]").Escalations.Single().Steps.Select(step => step.At.Name));

    [Fact]
    public void Load_AmendmentOfAnAmendment_HasBoth()
    {
        var load = Load(
            "agreement: support\nversion: 3\namends: 2\neffectiveFrom: 2026-01-01\nlanguage: de",
            Head + "acknowledgementExpires: 1h",
            First);

        Assert.Empty(load.Problems);
        var third = load.Book!.Find("support", 3)!;
        Assert.Equal(("de", Duration.FromHours(1), 2), (third.Language, third.AcknowledgementExpires, third.Targets.Count));
        Assert.Equal(Duration.FromHours(1), load.Book.Find("support", 2)!.AcknowledgementExpires);
        Assert.Equal(Duration.FromHours(2), load.Book.Find("support", 1)!.AcknowledgementExpires);
    }

    [Fact]
    public void Load_MistakeOfAnAmendment_IsReportedInItsFile_AndThatOfTheFirstInItsOwn()
    {
        Assert.Equal(
            ["2.yaml:5:34: error: 'soon' is not a duration; write 15m, 4h, 1h30m or 2d"],
            Load(First, Head + "targets: { id: response, within: soon }").Problems.Select(problem => problem.ToString()));
        Assert.Equal(
            ["1.yaml:12:25: error: 'soon' is not a duration; write 15m, 4h, 1h30m or 2d"],
            Load(First.Replace("Expires: 2h", "Expires: soon", StringComparison.Ordinal), Head).Problems
                .Select(problem => problem.ToString()));
        Assert.Equal(
            ["2.yaml:5:36: error: there is no calendar 'nights'; there are business and always"],
            Load(First, Head + "targets: { id: response, calendar: nights }").Problems.Select(problem => problem.ToString()));
    }

    [Fact]
    public void Load_EarlierVersionIsMendedInPlace_ChangesTheFingerprintOfBoth()
    {
        var before = Load(First, Head).Book!;
        var after = Load(First.Replace("4h", "5h", StringComparison.Ordinal), Head).Book!;

        Assert.NotEqual(before.Find("support", 1)!.Fingerprint, after.Find("support", 1)!.Fingerprint);
        Assert.NotEqual(before.Find("support", 2)!.Fingerprint, after.Find("support", 2)!.Fingerprint);
    }

    [Fact]
    public void Load_HolidayFileOfTheEarlierVersion_IsBesideThatOne()
    {
        var folder = Directory.CreateTempSubdirectory("amendment-").FullName;
        try
        {
            var (old, current) = (Path.Combine(folder, "old"), Path.Combine(folder, "new"));
            Directory.CreateDirectory(old);
            Directory.CreateDirectory(current);
            File.WriteAllText(Path.Combine(old, "days.ics"), CalendarText.Of("SUMMARY:Off\nDTSTART;VALUE=DATE:20260501"));
            File.WriteAllText(
                Path.Combine(old, "1.yaml"), First.Replace("agreed:", "holidays: { ical: days.ics }, agreed:", StringComparison.Ordinal));
            File.WriteAllText(Path.Combine(current, "2.yaml"), Head);

            var load = AgreementLoader.LoadFiles([Path.Combine(old, "1.yaml"), Path.Combine(current, "2.yaml")]);

            Assert.Empty(load.Problems);
            Assert.Single(load.Book!.Find("support", 2)!.Calendars["business"].Definition.Holidays);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public static TheoryData<string, string> Wrong => new()
    {
        {
            "agreement: support\nversion: 8\namends: 7\neffectiveFrom: 2025-01-01",
            "there is no version 7 of support to amend; there is 1"
        },
        {
            "agreement: other\nversion: 2\namends: 1\neffectiveFrom: 2025-01-01",
            "there is no version 1 of other to amend; there is no other"
        },
        {
            "agreement: support\nversion: 2\namends: 2\neffectiveFrom: 2025-01-01",
            "version 2 can amend an earlier version alone; write the number of one before it"
        },
        {
            "agreement: support\namends: 1\neffectiveFrom: 2025-01-01",
            "an amendment needs 'version': a number of its own, above the one that it amends"
        },
        {
            "agreement: support\nversion: 2\namends: 1",
            "an amendment needs 'effectiveFrom': the first day on which new tickets fall under it"
        },
        {
            "agreement: support\nversion: 2\namends: first\neffectiveFrom: 2025-01-01",
            "this is no number of a version; write digits only, as in amends: 1"
        },
        { "version: 2\namends: 1\neffectiveFrom: 2025-01-01", "which agreement does it amend? write agreement: with its name" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Load_AmendmentThatCannotBe_IsRefusedOnceWithAWayOut(string amendment, string complaint)
    {
        var load = Load(First.Replace("agreement: support", "agreement: support\nversion: 1", StringComparison.Ordinal), amendment);
        if (amendment.Contains("amends: 7", StringComparison.Ordinal)) Assert.Equal("2.yaml", load.Problems[0].Place.File);

        Assert.Equal([complaint], load.Problems.Select(problem => problem.Message));
    }

    [Fact]
    public void Files_OfAnAmendment_HaveTheTextOfAllThatItComesTo()
    {
        var files = Load(First, Head + "targets: { id: response, within: 2h }").Files;

        Assert.Null(files.Single(file => file.Version.Version == 1).Merged);
        var merged = files.Single(file => file.Version.Version == 2).Merged!;
        Assert.StartsWith(
            "agreement: support\ntimeZone: Europe/Berlin\ncalendars:\n  business:\n    week:\n      mon-fri: \"09:00-18:00\"\n",
            merged,
            StringComparison.Ordinal);
        Assert.Contains(
            "targets:\n  - id: response\n    metric: firstResponse\n    within: 2h\n    calendar: business\n  - id: resolution\n",
            merged,
            StringComparison.Ordinal);
        Assert.EndsWith("version: 2\namends: 1\neffectiveFrom: 2025-01-01\n", merged, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("standard-support.yaml")]
    [InlineData("helpdesk-log.yaml")]
    public void Text_OfADocument_IsReadAsItWas(string file)
    {
        foreach (var document in Read(File.ReadAllText(Data(file))))
            Assert.Equal(Shape(document), Shape(Read(DocumentText.Of(document)).Single()));
    }

    [Theory]
    [InlineData("a: \"x: y # z\\n\\\"\\\\\"")]
    [InlineData("a: { b: [], c: {}, d: [[1, 2], [{ e: f }]] }")]
    [InlineData("a: |\n  two\n  lines\nb: 'it''s'\nc:")]
    [InlineData("a: one\n\n  two")]
    public void Text_OfOddValues_IsReadAsItWas(string yaml)
    {
        var document = Read(yaml).Single();
        Assert.Equal(Shape(document), Shape(Read(DocumentText.Of(document)).Single()));
    }

    private static IReadOnlyList<FileNode> Read(string yaml)
    {
        var problems = new Problems();
        var documents = YamlTree.Read("a.yaml", yaml, problems);
        Assert.Equal([], problems.InOrder([]));
        return documents;
    }

    private static string Shape(FileNode node) => node switch
    {
        FileMapping mapping => $"{{{string.Join(',', mapping.Entries.Select(entry => $"{Shape(entry.Key)}:{Shape(entry.Value)}"))}}}",
        FileSequence sequence => $"[{string.Join(',', sequence.Items.Select(Shape))}]",
        FileScalar { IsNothing: true } => "nothing",
        FileScalar scalar => Convert.ToBase64String(Encoding.UTF8.GetBytes(scalar.Text)),
        _ => throw new ArgumentOutOfRangeException(nameof(node)),
    };

    private static Agreement Amended(string changes)
    {
        var load = Load(First, Head + changes);
        Assert.Empty(load.Problems);
        return load.Book!.Find("support", 2)!;
    }
}
