using SlaMonitor.Agreements.Yaml;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Core.Calendars.Definitions;

namespace SlaMonitor.Agreements.Building;

/// <summary>
/// The fingerprint of a version: its keys and values in the order of the file, and the days of the holiday lists that it names. Comments,
/// spaces and line ends are not part of it.
/// </summary>
internal static class VersionFingerprint
{
    public static string Of(FileNode document, Agreement agreement) => AgreementFingerprint.Of(
        Texts(document).Concat(agreement.Calendars.Values
            .SelectMany(calendar => calendar.Definition.Holidays)
            .SelectMany(rule => Days(rule.List))));

    private static IEnumerable<string> Texts(FileNode node) => node switch
    {
        FileMapping mapping => ["{", .. mapping.Entries.SelectMany(entry => Texts(entry.Key).Concat(Texts(entry.Value))), "}"],
        FileSequence sequence => ["[", .. sequence.Items.SelectMany(Texts), "]"],
        FileScalar { IsPlain: true } scalar => [scalar.Text],
        FileScalar scalar => [$"\"{scalar.Text}\""],
        _ => throw new ArgumentException($"What is {node.Kind}?", nameof(node)),
    };

    private static IEnumerable<string> Days(HolidayList list) =>
    [
        $"{list.Name} {list.CoveredFrom:uuuu-MM-dd} {list.CoveredTo:uuuu-MM-dd}",
        .. list.DaysOff.Select(day => $"{day.Date:uuuu-MM-dd} {day.Statutory} {day.Name}"),
        .. list.MakeUpDays.Select(day => $"{day.Date:uuuu-MM-dd} {day.Name}"),
    ];
}
