using System.ComponentModel.DataAnnotations;

namespace SlaMonitor.Monitoring.Agreements;

/// <summary>Where the agreements are. Bound from the section <c>Agreements</c>.</summary>
internal sealed class AgreementOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Agreements";

    /// <summary>The folder with the agreement files.</summary>
    /// <value>
    /// A path; a relative one counts from the folder of the program. The folder <c>agreements</c> beside the program by default.
    /// </value>
    [Required]
    public string Folder { get; set; } = "agreements";

    /// <summary>How long a change of the files may go unnoticed.</summary>
    /// <value>Five seconds by default.</value>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan LookEvery { get; set; } = TimeSpan.FromSeconds(5);

    internal string FullFolder => Path.Combine(AppContext.BaseDirectory, Folder);
}
