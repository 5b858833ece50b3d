namespace SlaMonitor.Mails.Pages;

/// <summary>Lays the acknowledge page out.</summary>
public interface IAcknowledgePages
{
    /// <summary>The page as a whole HTML document, without any script, and with everything encoded that was not written by us.</summary>
    string Html(AcknowledgePage page);
}
