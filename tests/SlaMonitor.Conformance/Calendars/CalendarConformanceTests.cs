using Xunit.Abstractions;

namespace SlaMonitor.Conformance.Calendars;

public sealed class CalendarConformanceTests(ITestOutputHelper output)
{
    private const string NoCases = "(no calendar cases in the folder)";
    private static readonly IReadOnlyList<CaseSource> Cases = CaseFolder.Read(CalendarCase.IsOne);

    public static TheoryData<string> Ids => [.. Cases.Select(source => source.Id).DefaultIfEmpty(NoCases)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Answer_OfEachCase_IsTheExpectedOneOrOurRules(string id)
    {
        foreach (var source in Cases.Where(source => string.Equals(source.Id, id, StringComparison.Ordinal)))
        {
            try
            {
                Check(source);
            }
            catch (NotOursException unknown) when (!CaseFolder.IsOwn)
            {
                output.WriteLine($"{id}: not ours: {unknown.Message}");
            }
        }
    }

    [Fact]
    public void OwnCases_AreAllThere()
    {
        if (!CaseFolder.IsOwn)
            return;
        Assert.Equal(283, Cases.Count);
        Assert.Equal(
            Peculiarities.Known.Keys.Order(StringComparer.Ordinal),
            Cases.Where(source => source.IsPeculiar).Select(source => source.Id).Order(StringComparer.Ordinal));
    }

    private void Check(CaseSource source)
    {
        var answer = CalendarCase.Answer(source.Json);
        if (!source.IsPeculiar)
            Assert.Equal(CalendarCase.Expected(source.Json), answer);
        else if (Peculiarities.Known.TryGetValue(source.Id, out var ours) && CaseFolder.IsOwn)
            Assert.Equal((ours.Rule, ours.Answer), (ours.Rule, answer));
        else
            output.WriteLine($"{source.Id}: peculiar, expected {CalendarCase.Expected(source.Json)}, ours {answer}");
    }
}
