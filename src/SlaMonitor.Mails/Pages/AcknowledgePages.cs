using SlaMonitor.Mails.Templates;

namespace SlaMonitor.Mails.Pages;

/// <summary>Lays the acknowledge page out by its template.</summary>
public sealed class AcknowledgePages(TemplateSet templates) : IAcknowledgePages
{
    /// <inheritdoc />
    public string Html(AcknowledgePage page) => templates.Render(TemplateName.AcknowledgeHtml, AcknowledgeModel.Of(page));
}
