using static SlaMonitor.Agreements.Tests.AmendmentTests;
using static SlaMonitor.Samples.TestFiles;

namespace SlaMonitor.Agreements.Tests;

/// <summary>An amendment may remove what was there, by name.</summary>
public sealed class RemovalTests
{
    [Fact]
    public void Load_Removes_TakesAwayByName_AndIsShownMerged()
    {
        var load = Load(
            First.Replace("contacts: {", "contacts: { boss: { email: boss@example.com },", StringComparison.Ordinal)
                + "\nprovider: { name: P, contact: lead }",
            Head + "removes: { targets: [resolution], calendars: always, contacts: [boss] }");

        Assert.Empty(load.Problems);
        var second = load.Book!.Find("support", 2)!;
        Assert.Equal(["response"], second.Targets.Select(target => target.Id));
        Assert.Equal(["business", "lead"], second.Calendars.Keys.Concat(second.Contacts.Keys));
        Assert.Equal(2, load.Book.Find("support", 1)!.Targets.Count);
        Assert.DoesNotContain(
            "id: resolution", load.Files.Single(file => file.Version.Version == 2).Merged!, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_AmendmentOfOneThatRemoves_DoesNotRemoveAgain_AndMayBringItBack()
    {
        var load = Load(
            First,
            Head + "removes: { targets: resolution }",
            "agreement: support\nversion: 3\namends: 2\neffectiveFrom: 2026-01-01\n"
                + "targets: [{ id: resolution, metric: resolution, within: 1d, calendar: business }]");

        Assert.Empty(load.Problems);
        Assert.Equal(["response", "resolution"], load.Book!.Find("support", 3)!.Targets.Select(target => target.Id));
    }

    public static TheoryData<string, string> WrongRemovals => new()
    {
        {
            "removes: { targets: [urgent] }",
            "2.yaml:5:22: error: there is no target 'urgent'; there are response and resolution; only what is there can be removed"
        },
        { "removes: { metrics: own }", "2.yaml:5:21: error: there is no metric 'own', nor any other; only what is there can be removed" },
        {
            "removes: { targets: [response] }\ntargets: [{ id: response, within: 1h }]",
            "2.yaml:5:22: error: this amendment removes the target 'response', and changes it; keep one of the two"
        },
        {
            "removes: { targets: [response, response] }",
            "2.yaml:5:32: error: 'response' is removed already; keep one of the two"
        },
        {
            "removes: { calendars: [business] }",
            "2.yaml:5:24: error: the calendar 'business' is removed here, and 1.yaml:8:66 still asks for it; change that too, or keep it"
        },
        {
            "removes: { contacts: [lead] }",
            "2.yaml:5:23: error: the contact 'lead' is removed here, and 1.yaml:11:43 still asks for it; change that too, or keep it"
        },
        {
            "removes: { targets: [response] }\nfees: { currency: EUR, basic: 1 }\n"
                + "credits: { rules: [{ when: attainment of response < 90%, credit: 1 }] }",
            "2.yaml:5:22: error: the target 'response' is removed here, and 2.yaml:7:28 still asks for it; change that too, or keep it"
        },
        { "removes: { targets: [response, resolution] }", "2.yaml:5:22: error: nothing is promised; write at least one target" },
        { "removes: {}", "2.yaml:5:10: error: nothing is removed; write what, as in removes: { targets: [urgent] }, or leave it out" },
        {
            "removes: { targets: [] }",
            "2.yaml:5:10: error: nothing is removed; write what, as in removes: { targets: [urgent] }, or leave it out"
        },
        {
            "removes: { policies: [x] }",
            "2.yaml:5:12: error: 'policies' is no key of what an amendment removes; it has targets, calendars, metrics and contacts"
        },
    };

    [Theory]
    [MemberData(nameof(WrongRemovals))]
    public void Load_RemovalThatCannotBe_IsRefusedAtItsPlace(string removes, string complaint) => Assert.Contains(
        complaint, Load(First, Head + removes).Problems.Select(problem => problem.ToString()));

    [Fact]
    public void Load_RemovesWithoutAmends_IsRefused() => Assert.Equal(
        ["1.yaml:13:10: error: only an amendment removes something; write amends: with the number of the version that has it"],
        Load(First + "\nremoves: { targets: [response] }").Problems.Select(problem => problem.ToString()));
}
