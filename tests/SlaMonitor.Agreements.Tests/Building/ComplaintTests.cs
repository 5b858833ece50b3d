using static SlaMonitor.Samples.TestFiles;

namespace SlaMonitor.Agreements.Tests.Building;

/// <summary>A mistake is told once, where it was made: nobody is sent after what only follows from it.</summary>
public sealed class ComplaintTests
{
    private const string Whom =
        "whom to tell when a ticket has no assignee, or nobody knows the address? write fallbackContact: with one of the contacts";

    private const string Fed =
        "'desk' is told when nobody else can be, but by a feed it may be nobody; write fallbackContact: with another contact";

    private const string NeverCounts =
        "this policy never counts, because the one on line 9 matches every ticket; put the one with the narrower 'when' first";

    private const string NoName = "'a b' is not a name; write letters, digits, dots, hyphens and underscores, at most 64";

    private const string WhichHolidays =
        "which holidays? write either a built-in list, as in list: china, or a file, as in ical: holidays.ics";

    public static TheoryData<string, string[]> Agreements => new()
    {
        { "contacts: { one: { email: one@example.com } }\nescalation: { steps: [{ at: due, notify: one }] }", [] },
        { "contacts: { a: { email: a@example.com }, b: { email: b@example.com } }", [] },
        {
            "contacts: { a: { email: a@example.com }, b: { email: b@example.com } }\nescalation: { steps: [{ at: due, notify: a }] }",
            [Whom]
        },
        { "contacts: { desk: { feed: on-call.ics } }\nescalation: { steps: [{ at: due, notify: desk }] }", [Whom] },
        {
            "contacts: { desk: { feed: on-call.ics }, b: { email: b@example.com } }\nprovider: { name: Us, contact: desk }\n"
            + "escalation: { steps: [{ at: due, notify: desk }] }",
            [Fed]
        },
        {
            "contacts: { desk: { feed: on-call.ics }, b: { email: b@example.com } }\nprovider: { name: Us, contact: desk }\n"
            + "fallbackContact: b\nescalation: { steps: [{ at: due, notify: desk }] }",
            []
        },
        {
            "contacts: { a: { email: a@example.com }, b: { email: b@example.com } }\nfallbackContact: c\n"
            + "escalation: { steps: [{ at: due, notify: a }] }",
            ["there is no contact 'c'; there are a and b; did you mean a?"]
        },
        {
            "contacts: { a: { email: a@example.com }, b: { email: b@example.com } }\nfallbackContact: \"a b\"\n"
            + "escalation: { steps: [{ at: due, notify: a }] }",
            [NoName]
        },
        {
            "contacts: { group: { email: a@example.com } }",
            ["'group' means the ticket's own group in steps; call the contact something else"]
        },
        { "contacts: nobody\nfallbackContact: lead", ["a single value stands here; write names with their values"] },
        {
            "contacts: { lead: { email: lead } }\nfallbackContact: lead",
            ["'lead' is not a mail address; write name@example.com"]
        },
        {
            "contacts: { lead: { email: lead }, desk: { rotation: daily, handover: \"09:00\", members: [lead, a@example.com] } }",
            ["'lead' is not a mail address; write name@example.com"]
        },
        {
            "contacts: { desk: { rotation: daily, members: [a@example.com] } }",
            ["when does the next one take over? write handover: \"09:00\""]
        },
        {
            "contacts: { desk: { rotation: daily, handover: noon, members: [a@example.com] } }",
            ["'noon' is not a handover; write mon 09:00 for weekly turns or 09:00 for daily ones"]
        },
        {
            "contacts: { desk: { rotation: daily, handover: \"09:00\" } }",
            ["nobody takes turns; write members: [first@example.com, second@example.com]"]
        },
        {
            "contacts: { a: { email: a@example.com } }\nescalation: { steps: [{ at: due }] }",
            ["a step needs 'notify': whom to tell: assignee, group, or contacts"]
        },
        { "term: { from: 2024-01-01, to: 2023-12-31 }", ["the last day is before the first"] },
        { "term: { from: 2024-01-01, renews: yearly, to: never }", ["'never' is no date; write year, month and day, as in 2026-01-31"] },
        {
            "term: { from: 2024-01-01, to: 2024-12-31, endedOn: 2024-06-30, noticeGivenOn: 2024-03-01 }",
            ["the end is settled already by 'endedOn'; keep one of the two"]
        },
        {
            "term: { from: 2024-01-01, noticeGivenOn: 2024-03-01 }",
            ["notice ends a term that renews; give it 'to' and 'renews', or write endedOn"]
        },
        {
            "credits: { rules: [{ when: attainment < 95%, credit: 5 }] }",
            ["credits need 'fees': their currency, and the basic fee that shares are taken of"]
        },
        {
            "fees: { currency: EUR, basic: 1 }\ncredits: { rules: [{ when: satisfaction < 5, credit: 5 }] }",
            []
        },
        {
            "fees: { currency: EUR, basic: 1 }\nindicators: { satisfaction: { atLeast: 3, of: 4 } }\n"
            + "credits: { rules: [{ when: satisfaction < 4.5, credit: 5 }] }",
            ["satisfaction is always below 4.5; the best rating is 4"]
        },
        {
            "indicators: { satisfaction: { atLeast: 4.5, of: 4 } }",
            ["nobody can be that satisfied; the best rating is 4"]
        },
        {
            "contacts: { a: { email: a@example.com } }\nescalation: [{ steps: [{ at: due, notify: a }] }, "
            + "{ when: { emergency: true }, steps: [{ at: due, notify: a }] }, { steps: [{ at: due, notify: a }] }]",
            [NeverCounts, NeverCounts]
        },
        {
            "contacts: { a: { email: a@example.com } }\nescalation: { steps: [{ at: 50%, notify: a }, { at: soon, notify: nobody }] }",
            [
                "'soon' is no moment of a clock; write a share from 1% to 99%, due, due + 4h or due + 15m elapsed",
                "there is no contact 'nobody'; there are assignee, group and a",
            ]
        },
    };

    [Theory]
    [MemberData(nameof(Agreements))]
    public void Load_Agreement_ComplainsOfThisAndNothingElse(string more, string[] complaints) =>
        Assert.Equal(complaints, Load(Small(more: more)).Problems.Select(problem => problem.Message));

    public static TheoryData<string, string[]> Calendars => new()
    {
        { "week: { mon: \"9 to 5\" }", ["'9 to 5' is not a window of opening hours: write start and end, such as 09:00-18:00"] },
        {
            "week: { mon: \"9 to 5\", sat: [] }",
            ["'9 to 5' is not a window of opening hours: write start and end, such as 09:00-18:00"]
        },
        {
            "week: { mon-thu: \"22:00-02:00\", fri: \"01:00-02:00\" }",
            ["01:00-02:00 overlaps 22:00-02:00 of thu, which runs past midnight until 02:00:00"]
        },
        { "week: { mon: \"09:00-18:00\" }, holidays: { list: \"a b\" }", [NoName] },
        { "week: { mon: \"09:00-18:00\" }, holidays: { list: china, ical: days.ics }", [WhichHolidays] },
        {
            "week: { mon: \"09:00-18:00\" }, holidays: { list: \"a b\", ical: days.ics }",
            [NoName, "there is no file 'days.ics' beside the agreement"]
        },
        { "week: { mon: [] }, agreed: [{ date: 2026-10-03, hours: \"10:00-16:00\", reason: shift }]", [] },
        {
            "week: { mon: [] }, agreed: [{ date: 2026-10-03, hours: \"10:00-16:00\", reason: shift }], "
            + "holidays: { list: china, makeUpDays: open }",
            ["cannot be open: the week has no open weekday whose hours they could have. Write them as overrides"]
        },
    };

    [Fact]
    public void Load_HolidaysThatCannotBe_AreToldWhereTheyStand()
    {
        var text = Small().Replace(
            "business: { week: { mon-fri: \"09:00-18:00\" } }",
            """
            business: { week: { mon: [] },
                agreed: [{ date: 2026-10-03, hours: "10:00-16:00", reason: shift }],
                holidays: { list: china, makeUpDays: open } }
            """,
            StringComparison.Ordinal);

        Assert.Equal(7, Assert.Single(Load(text).Problems).Place.Line);
    }

    [Fact]
    public void Load_DayWithHoursTwice_NamesTheLineOfTheFirst()
    {
        var text = Small().Replace(
            "{ mon-fri: \"09:00-18:00\" }",
            "{ mon-fri: \"09:00-18:00\",\n    fri: \"09:00-12:00\" }",
            StringComparison.Ordinal);

        Assert.Equal(
            "1.yaml:6:5: error: fri has its hours already on line 5; keep one of the two", Assert.Single(Load(text).Problems).ToString());
    }

    [Fact]
    public void Load_NoTargets_PromiseNothing() => Assert.Equal(
        ["nothing is promised; write at least one target"],
        Load(Small()[..Small().IndexOf("targets:", StringComparison.Ordinal)] + "targets: []").Problems
            .Select(problem => problem.Message));

    [Fact]
    public void Load_DaysThatDiffer_AreNoMeasureOfAStep_ButHoursAre() => Assert.Equal(
        ["a day is not the same for all targets: business (days differ); write hours"],
        Load(Small(more: """
            contacts: { a: { email: a@example.com } }
            escalation: { steps: [{ at: due + 1d, notify: a }] }
            """).Replace("mon-fri: \"09:00-18:00\"", "mon: \"09:00-18:00\", tue: \"09:00-12:00\"", StringComparison.Ordinal))
            .Problems.Select(problem => problem.Message));

    [Theory]
    [MemberData(nameof(Calendars))]
    public void Load_Calendar_ComplainsOfThisAndNothingElse(string calendar, string[] complaints)
    {
        var text = Small().Replace(
            "business: { week: { mon-fri: \"09:00-18:00\" } }", $"business: {{ {calendar} }}", StringComparison.Ordinal);

        Assert.Equal(complaints, Load(text).Problems.Select(problem => problem.Message));
    }

    [Fact]
    public void Load_EffectiveAndTermMissing_AreOneComplaint()
    {
        Assert.Equal(
            ["an agreement needs 'effectiveFrom', or a term: the first day on which new tickets fall under it"],
            Without("", "").Problems.Select(problem => problem.Message));
        Assert.Equal(
            ["a term needs 'from': the first day"],
            Without("", "term: { to: 2026-12-31 }").Problems.Select(problem => problem.Message));
        Assert.Equal(
            ["'soon' is no date; write year, month and day, as in 2026-01-31"],
            Without("effectiveFrom: soon\n", "").Problems.Select(problem => problem.Message));
        Assert.Equal(
            new LocalDate(2024, 3, 1), Without("", "term: { from: 2024-03-01 }").Book!.Find("support", 1)!.EffectiveFrom);

        static AgreementLoad Without(string effective, string term) =>
            Load(Small(more: term).Replace("effectiveFrom: 2024-01-01\n", effective, StringComparison.Ordinal));
    }

    [Fact]
    public void Load_TargetThatNeverCounts_IsTheOneAfterTheOneForAll()
    {
        var text = Small().Replace(
            "calendar: business }",
            """
            calendar: business }
              - { id: late, metric: firstResponse, within: 1h, calendar: business, when: { emergency: true } }
              - { id: other, metric: update, within: 1h, calendar: business, when: { emergency: true } }
              - { id: all, metric: update, within: 1h, calendar: business }
            """,
            StringComparison.Ordinal);

        Assert.Equal(
            "1.yaml:8:11: warning: 'late' never counts, because 'response' on line 7 matches every ticket; "
            + "put the one with the narrower 'when' first",
            Assert.Single(Load(text).Problems).ToString());
    }

    [Fact]
    public void Load_HolidayFile_ThatIsEmptyOrTooLargeOrMissing_IsRefused()
    {
        var folder = Directory.CreateTempSubdirectory("holidays-").FullName;
        try
        {
            const string Days = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20260101T000000Z\r\n"
                + "DTSTART;VALUE=DATE:20260501\r\nSUMMARY:Off\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
            const int Most = 4 * 1024 * 1024;
            File.WriteAllText(Path.Combine(folder, "largest.ics"), Days.PadRight(Most, '\n'));
            File.WriteAllText(Path.Combine(folder, "large.ics"), Days.PadRight(Most + 1, '\n'));
            File.WriteAllText(Path.Combine(folder, "empty.ics"), string.Empty);
            File.WriteAllText(
                Path.Combine(folder, "a.yaml"),
                Small().Replace(
                    "\"09:00-18:00\" } }",
                    "\"09:00-18:00\" }, holidays: "
                    + "[{ ical: largest.ics }, { ical: large.ics }, { ical: empty.ics }, { ical: none/a.ics }] }",
                    StringComparison.Ordinal));

            Assert.Equal(
                [
                    "'large.ics' has 4194305 bytes; a holiday file has at most 4194304",
                    "'empty.ics' cannot be read: the file is empty, or it is a pipe or a device, which is never read",
                    "there is no file 'none/a.ics' beside the agreement",
                ],
                AgreementLoader.LoadFolder(folder).Problems.Select(problem => problem.Message));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Load_VersionThatCannotBeRead_IsNotComparedWithTheOthers()
    {
        var load = Load(Small(version: 1), Small(from: "2024-01-01").Replace("version: 1", "version: two", StringComparison.Ordinal));

        Assert.Equal(["'two' is no whole number; write digits only"], load.Problems.Select(problem => problem.Message));
    }

    [Fact]
    public void Load_TwoVersionsOfTwoAgreements_AreOneWarningForEachPair()
    {
        var load = Load(
            Small("a", 1, "2024-01-01"), Small("a", 2, "2025-01-01"), Small("b", 1, "2024-06-01"), Small("c", 1, "2030-01-01"));

        Assert.Equal(
            [
                "a ticket can match both a v1 (1.yaml:1:1) and b v1, which ask for as much",
                "a ticket can match both a v2 (2.yaml:1:1) and c v1, which ask for as much",
                "a ticket can match both b v1 (3.yaml:1:1) and c v1, which ask for as much",
            ],
            load.Problems.Select(problem => problem.Message.Split(';')[0]).Order(StringComparer.Ordinal));
    }
}
