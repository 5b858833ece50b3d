using System.CommandLine;
using System.CommandLine.Parsing;
using SlaMonitor.Cli.Running;

namespace SlaMonitor.Cli.Holidays;

/// <summary>
/// <c>sla holidays</c>: the public holidays of a country or region as a file beside an agreement. The file is the agreement's own: a newer
/// library changes it only when somebody has seen the differences and says so.
/// </summary>
internal static class HolidaysCommand
{
    public static Command Create()
    {
        var country = new Argument<string>("COUNTRY")
        {
            Description = $"The country, by its ISO 3166 code: {string.Join(", ", HolidayCountry.Countries)}.",
        };
        var region = new Argument<string?>("REGION")
        {
            Description = "A region with holidays of its own, such as BY of DE. Without it, the holidays of the whole country.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var years = new Option<string>("--years") { HelpName = "YEARS", Description = "Which years, as in 2026-2028.", Required = true };
        var to = new Option<string>("--out")
        {
            HelpName = "FILE",
            Description = "The file, which the agreement names by ical.",
            Required = true,
        };
        var replace = new Option<bool>("--replace") { Description = "Write the file anew where its days are others." };
        var json = JsonOption.Create();
        var command = new Command(
            "holidays", "Writes the public holidays of a country or region to a file, or shows how they differ from it.")
        {
            country, region, years, to, replace, json,
        };
        command.Validators.Add(parsed => Check(parsed, parsed.Given(country), parsed.Given(region), parsed.Given(years)));
        command.SetAction(parsed => new HolidaySheet(
                HolidayCountry.Find(parsed.GetValue(country)!, parsed.GetValue(region))!,
                YearRange.TryParse(parsed.GetValue(years)!)!.Value,
                parsed.GetValue(to)!)
            .Run(
                parsed.GetValue(replace), parsed.GetValue(json), parsed.InvocationConfiguration.Output,
                parsed.InvocationConfiguration.Error));
        return command;
    }

    private static void Check(CommandResult parsed, string? country, string? region, string? years)
    {
        if (years is not null && YearRange.TryParse(years) is null)
            parsed.AddError($"'{years}' are no years; write 2026 or 2026-2028, at most twenty.");
        if (country is null || HolidayCountry.Find(country, region) is not null) return;

        if (HolidayCountry.Find(country, null) is not { } known)
            parsed.AddError($"The holidays of '{country}' are not known; known are {string.Join(", ", HolidayCountry.Countries)}.");
        else if (HolidayCountry.RegionsOf(country) is { Count: > 0 } regions)
            parsed.AddError($"'{region}' is no region of {known.Name}; there are {string.Join(", ", regions)}.");
        else
            parsed.AddError($"The holidays of {known.Name} are known for the whole country alone; leave '{region}' out.");
    }
}
