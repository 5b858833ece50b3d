using System.Text.Json.Nodes;
using NodaTime.Text;
using SlaMonitor.Agreements.Calendars;
using SlaMonitor.Cli.Running;
using SlaMonitor.Core.Calendars.Definitions;

namespace SlaMonitor.Cli.Holidays;

/// <summary>The file of a country's holidays: written where there is none, and else compared.</summary>
internal sealed class HolidaySheet(HolidayCountry country, YearRange years, string file)
{
    /// <summary>Writes the file, or says how it differs from what the library says.</summary>
    /// <param name="replace">Whether a file with other days is written anew.</param>
    /// <param name="json">Whether what was done is said as one document.</param>
    /// <param name="output">Where is said what was done.</param>
    /// <param name="error">Where is said what could not be done.</param>
    /// <returns>0: the file has these days; 1: it has others, or there is none and it cannot be written.</returns>
    public int Run(bool replace, bool json, TextWriter output, TextWriter error)
    {
        var days = country.Of(years.First, years.Last);
        try
        {
            List<string>? differences = null;
            if (File.Exists(file))
            {
                if (HolidayCalendar.Read(file, File.ReadAllText(file), out var problems) is not { } before)
                {
                    foreach (var problem in problems) error.WriteLine(problem);
                    return ExitCode.WrongInput;
                }

                differences = Differences(before, days);
            }

            var isWritten = differences is null || (differences.Count > 0 && replace);
            if (isWritten)
            {
                File.WriteAllText(file, HolidayCalendar.Write(
                    $"Public holidays of {country.Name}, {years}", HolidayCountry.Source, $"{country.Name}@sla-holidays", days));
            }

            if (json) WriteJson(days.Count, differences ?? [], isWritten, output);
            else Say(days.Count, differences ?? [], isWritten, output);
            if (isWritten || differences is []) return ExitCode.Good;

            error.WriteLine($"{file}: error: its days are others (-) than {HolidayCountry.Source} says (+); --replace writes them");
            return ExitCode.CheckFailed;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"{file}: error: the holidays cannot be read or written there: {e.Message}");
            return ExitCode.WrongInput;
        }
    }

    private void Say(int days, List<string> differences, bool isWritten, TextWriter output)
    {
        foreach (var line in differences) output.WriteLine(line);
        if (isWritten) output.WriteLine($"{file}: {days} holidays of {country.Name}, {years}.");
        else if (differences.Count == 0) output.WriteLine($"{file} has the {days} holidays of {country.Name}, {years}, already.");
    }

    private void WriteJson(int days, List<string> differences, bool isWritten, TextWriter output) => JsonOutput.Write(
        new JsonObject
        {
            ["file"] = file,
            ["country"] = country.Name,
            ["years"] = years.ToString(),
            ["days"] = days,
            ["written"] = isWritten,
            ["differences"] = new JsonArray([.. differences.Select(line => JsonValue.Create(line))]),
        },
        output);

    private static List<string> Differences(IReadOnlyList<Holiday> before, IReadOnlyList<Holiday> after)
    {
        var old = before.Select(Shown).ToHashSet(StringComparer.Ordinal);
        var current = after.Select(Shown).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. old.Except(current, StringComparer.Ordinal).Select(day => (Day: day, Sign: "-"))
                .Concat(current.Except(old, StringComparer.Ordinal).Select(day => (Day: day, Sign: "+")))
                .OrderBy(line => line.Day[..10], StringComparer.Ordinal)
                .ThenByDescending(line => line.Sign, StringComparer.Ordinal)
                .Select(line => $"{line.Sign} {line.Day}"),
        ];
    }

    private static string Shown(Holiday day) => $"{LocalDatePattern.Iso.Format(day.Date)} {day.Name}";
}
