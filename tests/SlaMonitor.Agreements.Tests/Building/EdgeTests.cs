using SlaMonitor.Agreements.Diagnostics;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Calendars;
using static SlaMonitor.Samples.TestFiles;

namespace SlaMonitor.Agreements.Tests.Building;

/// <summary>Where what may be written ends: the last value that is taken, and the first that is not.</summary>
public sealed class EdgeTests
{
    [Theory]
    [InlineData("term: { from: 2024-01-01, to: 2024-01-01 }", null)]
    [InlineData("term: { from: 2024-01-01, endedOn: 2024-01-01 }", null)]
    [InlineData("term: { from: 2024-01-01, to: 2024-12-31, renews: yearly, noticeGivenOn: 2024-10-01 }", null)]
    [InlineData(
        "term: { from: 2024-01-01, to: 2024-12-31, renews: none, noticeGivenOn: 2024-10-01 }",
        "notice ends a term that renews; give it 'to' and 'renews', or write endedOn")]
    [InlineData(
        "term: { from: 2024-01-01, renews: monthly }",
        "a term without a last day has nothing to renew; write 'to', or leave out 'renews'")]
    [InlineData("term: { from: 2024-01-01, renews: none }", null)]
    [InlineData("exclusions: [{ from: 2024-05-01, to: 2024-05-01, reason: outage, approvedBy: anna }]", null)]
    [InlineData(
        "exclusions: [{ from: 2024-05-01T09:00, to: 2024-05-01T09:00, reason: outage, approvedBy: anna }]", "this is not after 'from'")]
    public void Load_TermOrExclusion_IsTakenOrRefused(string text, string? complaint) =>
        Assert.Equal(complaint, Load(Small(more: text)).Problems.SingleOrDefault()?.Message);

    [Theory]
    [InlineData("24h", null)]
    [InlineData("1s", null)]
    [InlineData("0h", "a day cannot be 0m long; write hours, as in 9h")]
    [InlineData("24h1s", "a day cannot be 24h1s long; write hours, as in 9h")]
    [InlineData("1d", "a day cannot be 1d long; write hours, as in 9h")]
    public void Load_DayLength_IsMoreThanNothingAndAtMostADay(string length, string? complaint) =>
        Assert.Equal(
            complaint,
            Load(Small().Replace("\"09:00-18:00\" } }", $"\"09:00-18:00\" }}, dayLength: {length} }}", StringComparison.Ordinal))
                .Problems.SingleOrDefault()?.Message);

    [Fact]
    public void Load_DaysOff_DoNotSayHowLongADayIs()
    {
        var load = Load(Small()
            .Replace(
                "mon-fri: \"09:00-18:00\"",
                "mon-thu: [\"08:00-12:00\", \"13:00-17:00\"], fri: \"09:00-17:00\", sat: []",
                StringComparison.Ordinal)
            .Replace("within: 4h", "within: 2d", StringComparison.Ordinal));

        Assert.Equal(BusinessDuration.FromHours(16), load.Book!.Find("support", 1)!.Targets[0].Within);
    }

    [Theory]
    [InlineData("2024-05-01T09:00", "2024-05-01T09:01", null)]
    [InlineData("2024-05-01T09:00", "2024-05-01T09:00", "this is not after 'from'")]
    public void Load_OverrideOfARotation_EndsAfterItBegins(string from, string to, string? complaint) =>
        Assert.Equal(
            complaint,
            Load(Small(more:
                "contacts: { desk: { rotation: weekly, handover: \"mon 09:00\", members: [anna@example.com], "
                + $"overrides: [{{ who: ben@example.com, from: {from}, to: {to} }}] }} }}")).Problems.SingleOrDefault()?.Message);

    [Theory]
    [InlineData("2024-12-31", "2025-01-01", 0)]
    [InlineData("2024-12-31", "2025-01-02", 1)]
    public void Load_NextVersion_TakesEffectTheDayAfterTheLast(string lastDay, string next, int warnings) =>
        Assert.Equal(
            warnings,
            Load(
                Small(version: 1, more: $"term: {{ from: 2024-01-01, to: {lastDay} }}"),
                Small(version: 2, from: next)).Problems.Count(problem => problem.Severity == ProblemSeverity.Warning));

    [Theory]
    [InlineData("2024-12-31", 0)]
    [InlineData("2025-01-01", 1)]
    public void Load_TwoAgreementsThatShareADay_AreAmbiguous(string lastDay, int warnings)
    {
        var old = Small("old", more: $"term: {{ from: 2024-01-01, to: {lastDay} }}");
        var next = Small("next", from: "2025-01-01");

        Assert.Equal((warnings, warnings), (Load(old, next).Problems.Count, Load(next, old).Problems.Count));
    }

    [Fact]
    public void Load_StepThatSaysNothingMore_WaitsForAnAcknowledgement_AndTellsEachOnce()
    {
        var policy = Assert.Single(Load(Small(more: """
            contacts: { lead: { email: lead@example.com } }
            escalation:
              - steps:
                  - { at: 50%, notify: [lead, assignee, lead] }
                  - { at: due, notify: lead, unlessAcknowledged: false }
            """)).Book!.Find("support", 1)!.Escalations);

        Assert.Equal(["lead", "assignee"], policy.Steps[0].Notify);
        Assert.Equal([true, false], policy.Steps.Select(step => step.UnlessAcknowledged));
        Assert.Equal((AllClearRule.Broken, null), (policy.AllClear, policy.QuietHours));
    }

    [Fact]
    public void Load_CalendarThatNeverCloses_HasDaysOf24Hours() =>
        Assert.Equal(
            BusinessDuration.FromHours(48),
            Load(Small()
                .Replace("within: 4h, calendar: business", "within: 2d, calendar: always", StringComparison.Ordinal))
                .Book!.Find("support", 1)!.Targets[0].Within);
}
