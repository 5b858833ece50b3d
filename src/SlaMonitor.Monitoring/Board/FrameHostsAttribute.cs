using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;

namespace SlaMonitor.Monitoring.Board;

/// <summary>
/// Checks a list of sites that may show something of ours inside their pages: each as <c>https://host</c> or <c>https://*.host</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed partial class FrameHostsAttribute : ValidationAttribute
{
    /// <summary>The sites of a setting.</summary>
    public static string[] SitesOf(string? setting) =>
        setting?.Split([' ', ',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <inheritdoc />
    public override bool IsValid(object? value) => SitesOf(value as string).All(site => Site().IsMatch(site));

    [GeneratedRegex(
        @"^https://(\*\.)?[a-z0-9][a-z0-9-]*(\.[a-z0-9][a-z0-9-]*)+(:[0-9]{1,5})?\z",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Site();
}
