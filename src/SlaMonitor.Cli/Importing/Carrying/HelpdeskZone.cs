using NodaTime.TimeZones;
using SlaMonitor.Agreements.Feeds;

namespace SlaMonitor.Cli.Importing.Carrying;

/// <summary>
/// The zone that a helpdesk means. Zendesk and Freshdesk call zones as Ruby on Rails does: by a city, or by a name such as
/// <c>Eastern Time (US &amp; Canada)</c>.
/// </summary>
internal static class HelpdeskZone
{
    // Those that are neither the city of an IANA id nor a name that Windows has.
    private static readonly Dictionary<string, string> ByName = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Abu Dhabi"] = "Asia/Dubai",
        ["Alaska"] = "America/Anchorage",
        ["American Samoa"] = "Pacific/Pago_Pago",
        ["Arizona"] = "America/Phoenix",
        ["Atlantic Time (Canada)"] = "America/Halifax",
        ["Beijing"] = "Asia/Shanghai",
        ["Bern"] = "Europe/Zurich",
        ["Brasilia"] = "America/Sao_Paulo",
        ["Canberra"] = "Australia/Sydney",
        ["Cape Verde Is."] = "Atlantic/Cape_Verde",
        ["Central America"] = "America/Guatemala",
        ["Chatham Is."] = "Pacific/Chatham",
        ["Chennai"] = "Asia/Kolkata",
        ["Edinburgh"] = "Europe/London",
        ["Ekaterinburg"] = "Asia/Yekaterinburg",
        ["Georgetown"] = "America/Guyana",
        ["Greenland"] = "America/Nuuk",
        ["Guadalajara"] = "America/Mexico_City",
        ["Hanoi"] = "Asia/Bangkok",
        ["Hawaii"] = "Pacific/Honolulu",
        ["Indiana (East)"] = "America/Indiana/Indianapolis",
        ["Islamabad"] = "Asia/Karachi",
        ["Kyiv"] = "Europe/Kyiv",
        ["Marshall Is."] = "Pacific/Majuro",
        ["Mumbai"] = "Asia/Kolkata",
        ["New Caledonia"] = "Pacific/Noumea",
        ["New Delhi"] = "Asia/Kolkata",
        ["Newfoundland"] = "America/St_Johns",
        ["Nuku'alofa"] = "Pacific/Tongatapu",
        ["Osaka"] = "Asia/Tokyo",
        ["Pretoria"] = "Africa/Johannesburg",
        ["Quito"] = "America/Guayaquil",
        ["Samoa"] = "Pacific/Apia",
        ["Sapporo"] = "Asia/Tokyo",
        ["Saskatchewan"] = "America/Regina",
        ["Solomon Is."] = "Pacific/Guadalcanal",
        ["Sri Jayawardenepura"] = "Asia/Colombo",
        ["St. Petersburg"] = "Europe/Moscow",
        ["Tokelau Is."] = "Pacific/Fakaofo",
        ["Ulaan Bataar"] = "Asia/Ulaanbaatar",
        ["Wellington"] = "Pacific/Auckland",
        ["West Central Africa"] = "Africa/Lagos",
    };

    private static readonly ILookup<string, string> ByCity = TzdbDateTimeZoneSource.Default.ZoneLocations!
        .ToLookup(
            place => place.ZoneId[(place.ZoneId.LastIndexOf('/') + 1)..].Replace('_', ' '),
            place => place.ZoneId,
            StringComparer.OrdinalIgnoreCase);

    /// <summary>The IANA id of a zone; <c>null</c> where nobody is known to call one so.</summary>
    public static string? Find(string name) =>
        ByName.GetValueOrDefault(name) ?? FeedZone.Find(name)?.Id ?? ByCity[name].FirstOrDefault();
}
