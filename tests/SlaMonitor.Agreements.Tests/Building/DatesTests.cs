using SlaMonitor.Core.Agreements;
using static SlaMonitor.Samples.TestFiles;

namespace SlaMonitor.Agreements.Tests.Building;

/// <summary>Who is told of an agreement's own dates.</summary>
public sealed class DatesTests
{
    private const string Contacts = "contacts: { a: { email: a@example.com }, b: { email: b@example.com } }\n";
    private const string Renewing = "term: { from: 2024-01-01, to: 2024-12-31, renews: yearly }\n";

    [Fact]
    public void Load_NoDates_TellNobody() => Assert.Null(Dates(Contacts));

    [Fact]
    public void Load_DatesThatSayTheLeast_TellBothSides_InTime()
    {
        var dates = Dates(Contacts + "provider: { name: Us, contact: a }\ncustomer: { name: Them, contact: b }\ndates: {}")!;

        Assert.Equal(["a", "b"], dates.Tell);
        Assert.Equal((60, 30, 60, 7), (dates.TermEnds, dates.NoticeEnds, dates.HolidaysEnd, dates.OnCallEnds));
    }

    [Fact]
    public void Load_Dates_HaveWhatTheySay()
    {
        var dates = Dates(
            "contacts: { a: { email: a@example.com }, on-call: { feed: on-call.ics } }\n" + Renewing
            + "dates: { tell: [a], termEnds: 90d, noticeEnds: 14d, holidaysEnd: 1d, onCallEnds: 3d }", "holidays: { list: china }")!;

        Assert.Equal(["a"], dates.Tell);
        Assert.Equal((90, 14, 1, 3), (dates.TermEnds, dates.NoticeEnds, dates.HolidaysEnd, dates.OnCallEnds));
    }

    public static TheoryData<string, string[]> Wrong => new()
    {
        { "dates: {}", ["whom to tell? write tell: with contacts, or give provider or customer a contact"] },
        { "dates: { tell: [] }", ["whom to tell? write tell: with contacts, or give provider or customer a contact"] },
        { "dates: { tell: [c] }", ["there is no contact 'c'; there are a and b; did you mean a?"] },
        {
            "dates: { tell: a, termEnds: 60d }",
            ["an agreement without a term does not end; write its term, or leave this out"]
        },
        {
            "term: { from: 2024-01-01, to: 2024-12-31 }\ndates: { tell: a, noticeEnds: 30d }",
            ["no notice need be given, because the term does not renew; write renews, or leave this out"]
        },
        { "dates: { tell: a, holidaysEnd: 60d }", ["no calendar has a list of holidays; give one to a calendar, or leave this out"] },
        {
            "dates: { tell: a, onCallEnds: 7d }",
            ["nobody is on call by a feed, and a rotation always has somebody; leave this out"]
        },
        { Renewing + "dates: { tell: a, termEnds: 12h }", ["12h is no number of days; write 1d to 366d, as in 30d"] },
        { Renewing + "dates: { tell: a, termEnds: 367d }", ["367d is no number of days; write 1d to 366d, as in 30d"] },
        { Renewing + "dates: { tell: a, noticeEnds: 0d }", ["0m is no number of days; write 1d to 366d, as in 30d"] },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Load_DatesThatCannotBe_AreRefusedWithAWayOut(string more, string[] complaints) =>
        Assert.Equal(complaints, Load(Small(more: Contacts + more)).Problems.Select(problem => problem.Message));

    private static DateTerms? Dates(string more, string holidays = "")
    {
        var load = Load(Small(more: more).Replace(
            "\"09:00-18:00\" }", holidays.Length > 0 ? $"\"09:00-18:00\" }}, {holidays}" : "\"09:00-18:00\" }", StringComparison.Ordinal));
        Assert.Empty(load.Problems);
        return load.Book!.Find("support", 1)!.Dates;
    }
}
