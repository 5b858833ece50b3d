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
}
