using System.ComponentModel.DataAnnotations;

namespace SlaMonitor.Monitoring.Board;

/// <summary>How the board is read.</summary>
public sealed class BoardOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Board";

    /// <summary>How long what was read of the store serves everybody who looks: 0 to 60 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan ReadEvery { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// The helpdesks that may show badges inside their pages, with spaces or commas between: <c>https://acme.zendesk.com</c>. None unless
    /// given.
    /// </summary>
    [FrameHosts(ErrorMessage = "Board:BadgeHosts names sites as in https://acme.zendesk.com, with spaces or commas between.")]
    public string? BadgeHosts { get; set; }

    /// <summary>The same as browsers are told it.</summary>
    public string FrameAncestors => FrameHostsAttribute.SitesOf(BadgeHosts) is { Length: > 0 } sites ? string.Join(' ', sites) : "'none'";
}
