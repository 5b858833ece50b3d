using System.ComponentModel.DataAnnotations;

namespace SlaMonitor.Monitoring.OnCall;

/// <summary>How on-call calendars are followed. Bound from the section <c>Agreements</c>, since agreements name the calendars.</summary>
internal sealed class OnCallOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Agreements";

    /// <summary>How long an on-call calendar that is fetched over the network is taken as it is before it is asked for again.</summary>
    /// <value>Fifteen minutes by default. While there is no copy of a calendar at all, it is asked for every minute.</value>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan FeedsEvery { get; set; } = TimeSpan.FromMinutes(15);
}
