using System.ComponentModel.DataAnnotations;

namespace SlaMonitor.Monitoring.Agreements;

/// <summary>Where the agreements are. Bound from the section <c>Agreements</c>.</summary>
public sealed class AgreementOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Agreements";

    /// <summary>The folder with the agreement files.</summary>
    /// <value>A path; a relative one counts from the folder of the program. The folder <c>agreements</c> beside the program by default.</value>
    [Required]
    public string Folder { get; set; } = "agreements";

    /// <summary>How long a change of the files may go unnoticed.</summary>
    /// <value>Five seconds by default.</value>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan LookEvery { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long an on-call calendar that is fetched over the network is taken as it is before it is asked for again.</summary>
    /// <value>Fifteen minutes by default. While there is no copy of a calendar at all, it is asked for every minute.</value>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan FeedsEvery { get; set; } = TimeSpan.FromMinutes(15);

    internal string FullFolder => Path.Combine(AppContext.BaseDirectory, Folder);
}
