using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;

namespace SlaMonitor.Architecture.Tests.Contracts;

/// <summary>Alerts are set on event ids and names: each means one thing, everywhere, for good.</summary>
public sealed partial class LogTests
{
    private const BindingFlags Any =
        BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly IReadOnlyList<(string Place, LoggerMessageAttribute Message)> Messages =
        [.. from assembly in Assemblies.All
            from type in assembly.GetTypes()
            from method in type.GetMethods(Any)
            let message = method.GetCustomAttribute<LoggerMessageAttribute>()
            where message is not null
            select ($"{type.FullName}.{method.Name}", message)];

    [Fact]
    public void LogMessage_EventId_IsItsOwn() =>
        Assert.DoesNotContain(Messages.GroupBy(m => m.Message.EventId), same => same.Key <= 0 || same.Count() > 1);

    [Fact]
    public void LogMessage_EventName_IsGivenAndItsOwn() =>
        Assert.DoesNotContain(Messages.GroupBy(m => m.Message.EventName), same => string.IsNullOrEmpty(same.Key) || same.Count() > 1);

    [Fact]
    public void LogMessage_OfTheDocument_IsThere()
    {
        var documented = LogRow()
            .Matches(Repository.Read("docs/observability.md"))
            .Select(row => (int.Parse(row.Groups["id"].Value), row.Groups["name"].Value))
            .ToList();

        Assert.NotEmpty(documented);
        Assert.Empty(documented.Except(Messages.Select(m => (m.Message.EventId, m.Message.EventName!))));
    }

    [Fact]
    public void LogMessages_StandInTheLogOfTheirFolder()
    {
        Assert.NotEmpty(Messages);
        Assert.All(Messages, m => Assert.Contains(".Log.", m.Place, StringComparison.Ordinal));
    }

    [Fact]
    public void LogMessage_EventId_LiesInTheRangeOfItsFolder()
    {
        var ranges = RangeRow().Matches(Repository.Read("docs/observability.md"))
            .Select(row =>
                (First: int.Parse(row.Groups["first"].Value), Last: int.Parse(row.Groups["last"].Value), Owner: row.Groups["owner"].Value))
            .OrderBy(range => range.First)
            .ToList();

        Assert.NotEmpty(ranges);
        Assert.All(ranges.Zip(ranges.Skip(1)), pair =>
            Assert.True(pair.First.Last < pair.Second.First, $"{pair.First} and {pair.Second} overlap"));
        Assert.All(Messages, m => Assert.Contains(ranges, range =>
            m.Place.StartsWith($"SlaMonitor.{range.Owner}.Log.", StringComparison.Ordinal)
            && m.Message.EventId >= range.First && m.Message.EventId <= range.Last));
    }

    [Fact]
    public void LogMessage_Method_IsNamedAsItsEvent() =>
        Assert.All(Messages, m => Assert.EndsWith($".Log.{m.Message.EventName}", m.Place, StringComparison.Ordinal));

    [GeneratedRegex(@"^\| (?<first>\d{4})–(?<last>\d{4}) \| `(?<owner>[\w.]+)` \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex RangeRow();

    [GeneratedRegex(@"^\| (?<id>\d{4}) \| `(?<name>\w+)` \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex LogRow();
}
