namespace SlaMonitor.Monitoring.Notification.Templates;

/// <summary>Where the administrator's own templates are.</summary>
internal sealed class TemplateOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Templates";

    /// <summary>
    /// The folder whose <c>*.hbs</c> files take the place of the program's own templates, each that of its name; none unless set. Read
    /// when the program starts.
    /// </summary>
    public string? Folder { get; set; }
}
