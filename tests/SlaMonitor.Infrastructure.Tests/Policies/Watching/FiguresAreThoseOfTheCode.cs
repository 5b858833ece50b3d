using System.Text.RegularExpressions;
using SlaMonitor.Infrastructure.Tests.Code;
using SlaMonitor.Infrastructure.Tests.Snapshots;

namespace SlaMonitor.Infrastructure.Tests.Policies.Watching;

/// <summary>
/// An alert on a metric that nobody sends never fires. What queries and the workbook name is what the code sends, and the
/// workbook shows all of it.
/// </summary>
internal sealed partial class FiguresAreThoseOfTheCode : Policy
{
    public override IEnumerable<string> Findings(Snapshot snapshot)
    {
        var workbook = string.Concat(snapshot.OfType("Microsoft.Insights/workbooks").Select(one => one.Text("properties.serializedData")));
        var asked = Alert.Of(snapshot).SelectMany(alert => alert.Queries).Append(workbook).ToList();
        return
        [
            .. asked
                .SelectMany(Names)
                .Distinct()
                .Except(Telemetry.Metrics.Concat(Telemetry.Dimensions))
                .Select(name => $"{name} is asked for, and nobody sends it"),
            .. asked.SelectMany(Events).Distinct().Except(Telemetry.EventIds).Select(id => $"event {id} is asked for, and nobody logs it"),
            .. Telemetry.Metrics.Except(Names(workbook)).Select(name => $"{name} is not in the workbook"),
        ];
    }

    private static IEnumerable<string> Names(string query) => QuotedName().Matches(query).Select(match => match.Value);

    private static IEnumerable<int> Events(string query) =>
        EventId().Matches(query).Select(match => int.Parse(match.Value, System.Globalization.CultureInfo.InvariantCulture));

    [GeneratedRegex(@"(?<=')slamonitor\.[a-z_.]+(?=')")]
    private static partial Regex QuotedName();

    [GeneratedRegex(@"(?<=')\d{4}(?=')")]
    private static partial Regex EventId();
}
