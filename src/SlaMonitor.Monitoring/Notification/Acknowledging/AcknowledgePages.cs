using SlaMonitor.Monitoring.Notification.Templates;

namespace SlaMonitor.Monitoring.Notification.Acknowledging;

/// <summary>Lays the acknowledge page out by its template.</summary>
public sealed class AcknowledgePages(TemplateSet templates) : IAcknowledgePages
{
    /// <inheritdoc />
    public string Html(AcknowledgePage page) => templates.Render(TemplateName.AcknowledgeHtml, AcknowledgeModel.Of(page));
}
