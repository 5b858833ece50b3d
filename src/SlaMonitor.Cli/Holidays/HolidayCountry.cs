using NodaTime;
using PublicHoliday;
using Holiday = SlaMonitor.Core.Calendars.Definitions.Holiday;

namespace SlaMonitor.Cli.Holidays;

/// <summary>A country or a region of one, and its public holidays as the library PublicHoliday works them out.</summary>
internal sealed class HolidayCountry
{
    /// <summary>Provinces and territories; the library takes any text for one.</summary>
    private static readonly string[] Provinces = ["AB", "BC", "MB", "NB", "NL", "NS", "NT", "NU", "ON", "PE", "QC", "SK", "YT"];

    /// <summary>What the library's lists of regions call all of them together.</summary>
    private static readonly string[] NoRegion = ["ALL", "OnlyOfficial"];

    private readonly IPublicHolidays _holidays;

    private HolidayCountry(string name, IPublicHolidays holidays) => (Name, _holidays) = (name, holidays);

    /// <summary>The countries, by their ISO 3166 codes.</summary>
    public static IReadOnlyList<string> Countries { get; } =
        [.. Enum.GetNames<PublicHolidayCountryCode>().Select(code => code.ToUpperInvariant()).Order(StringComparer.Ordinal)];

    /// <summary>What the holidays are worked out by, with its version.</summary>
    public static string Source { get; } = $"PublicHoliday {typeof(IPublicHolidays).Assembly.GetName().Version?.ToString(3)}";

    /// <summary>Country and region, as in <c>DE-BY</c>.</summary>
    public string Name { get; }

    /// <summary>The regions of a country that have holidays of their own; none where the library knows of none.</summary>
    public static IReadOnlyList<string> RegionsOf(string country) => country.ToUpperInvariant() switch
    {
        "AU" => Names<AustraliaPublicHoliday.States>(),
        "CA" => Provinces,
        "CH" => Names<SwitzerlandPublicHoliday.Cantons>(),
        "DE" => Names<GermanPublicHoliday.States>(),
        "FR" => Names<FrancePublicHoliday.Regions>(),
        "GB" => Names<UKBankHoliday.UkCountries>(),
        "NZ" => Names<NewZealandPublicHoliday.ProvincialDistricts>(),
        "PT" => Names<PortugalPublicHoliday.Regions>(),
        _ => [],
    };

    /// <summary>Finds a country or a region by its codes, without regard to case.</summary>
    /// <returns>It, or <c>null</c> where there is none.</returns>
    public static HolidayCountry? Find(string country, string? region)
    {
        var code = Known(Countries, country);
        if (code is null) return null;
        if (region is null) return new HolidayCountry(code, PublicHolidayFactory.GetPublicHolidayForCountry(code));
        return Known(RegionsOf(code), region) is { } known ? new HolidayCountry($"{code}-{known}", OfRegion(code, known)) : null;
    }

    /// <summary>
    /// The holidays that are observed in some years, each date once. One may belong to the year before or after. Their names are English,
    /// the same on every machine.
    /// </summary>
    public IReadOnlyList<Holiday> Of(int firstYear, int lastYear) =>
    [
        .. Enumerable.Range(firstYear - 1, lastYear - firstYear + 3)
            .SelectMany(DaysOf)
            .Where(day => day.Date.Year >= firstYear && day.Date.Year <= lastYear)
            .GroupBy(day => day.Date, day => day.Name)
            .OrderBy(day => day.Key)
            .Select(day => new Holiday(day.Key, string.Join(" / ", day.Distinct(StringComparer.Ordinal)))),
    ];

    /// <summary>The holidays of a year; of those that are holidays somewhere in the country alone, the ones that are meant.</summary>
    private IEnumerable<(LocalDate Date, string Name)> DaysOf(int year)
    {
        var meant = _holidays.PublicHolidays(year).ToHashSet();
        return _holidays.PublicHolidaysInformation(year)
            .Where(holiday => meant.Contains(holiday.ObservedDate))
            .Select(holiday => (LocalDate.FromDateTime(holiday.ObservedDate), holiday.EnglishName));
    }

    private static IPublicHolidays OfRegion(string country, string region) => country switch
    {
        "AU" => new AustraliaPublicHoliday { State = Enum.Parse<AustraliaPublicHoliday.States>(region) },
        "CA" => new CanadaPublicHoliday(region),
        "CH" => new SwitzerlandPublicHoliday { Canton = Enum.Parse<SwitzerlandPublicHoliday.Cantons>(region) },
        "DE" => new GermanPublicHoliday { State = Enum.Parse<GermanPublicHoliday.States>(region) },
        "FR" => new FrancePublicHoliday { Region = Enum.Parse<FrancePublicHoliday.Regions>(region) },
        "GB" => new UKBankHoliday(Enum.Parse<UKBankHoliday.UkCountries>(region)),
        "NZ" => new NewZealandPublicHoliday
        {
            ProvincialDistrict = Enum.Parse<NewZealandPublicHoliday.ProvincialDistricts>(region),
        },
        "PT" => new PortugalPublicHoliday { Region = Enum.Parse<PortugalPublicHoliday.Regions>(region) },
        _ => throw new ArgumentOutOfRangeException(nameof(country), country, "It has no regions."),
    };

    private static string? Known(IReadOnlyList<string> names, string name) =>
        names.FirstOrDefault(known => string.Equals(known, name, StringComparison.OrdinalIgnoreCase));

    private static string[] Names<T>()
        where T : struct, Enum =>
        [.. Enum.GetNames<T>().Except(NoRegion, StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)];
}
