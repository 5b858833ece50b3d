namespace SlaMonitor.Agreements.Tests;

public sealed class CountsOpeningTests
{
    [Theory]
    [InlineData("", false)]
    [InlineData(", countsOpening: false", false)]
    [InlineData(", countsOpening: true", true)]
    public void Load_CountsOpening_IsFalseUnlessTheTargetSaysSo(string said, bool expected)
    {
        var load = AgreementLoader.Load([new AgreementText("a.yaml", System.Text.Encoding.UTF8.GetBytes(
            $$"""
            agreement: a
            effectiveFrom: 2024-01-01
            timeZone: Europe/Berlin
            calendars: { always: 24x7 }
            targets:
              - { id: next, metric: nextResponse, within: 1h, calendar: always{{said}} }
            """))]);

        Assert.Empty(load.Problems);
        Assert.Equal(expected, load.Book!.Agreements.Single().Versions.Single().Targets.Single().CountsOpening);
    }
}
