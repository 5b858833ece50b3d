namespace SlaMonitor.Mails.Templates;

/// <summary>The templates there are. A file of that name with <c>.hbs</c> behind it takes a template's place.</summary>
public static class TemplateName
{
    /// <summary>A mail about one promise, as plain text.</summary>
    public const string AlertText = "alert.txt";

    /// <summary>A mail about one promise, as HTML.</summary>
    public const string AlertHtml = "alert.html";

    /// <summary>A mail about several promises, as plain text.</summary>
    public const string DigestText = "digest.txt";

    /// <summary>A mail about several promises, as HTML.</summary>
    public const string DigestHtml = "digest.html";

    /// <summary>The page behind an acknowledge link.</summary>
    public const string AcknowledgeHtml = "acknowledge.html";

    /// <summary>A report.</summary>
    public const string ReportHtml = "report.html";

    /// <summary>The board.</summary>
    public const string BoardHtml = "board.html";

    /// <summary>The page of a ticket.</summary>
    public const string TicketHtml = "ticket.html";

    /// <summary>The board's other pages, each made of headings, values, tables and forms.</summary>
    public const string PlaceHtml = "place.html";

    /// <summary>What files are called after their template.</summary>
    internal const string Extension = ".hbs";

    /// <summary>What stands in every HTML template's head: <c>{{&gt; style}}</c>.</summary>
    internal const string StyleHtml = "style.html";

    /// <summary>A row with a label: <c>{{&gt; fact label=… value=…}}</c>.</summary>
    internal const string FactHtml = "fact.html";

    /// <summary>Lines of an account: <c>{{&gt; account lines=…}}</c>.</summary>
    internal const string AccountHtml = "account.html";

    /// <summary>The ways to the other pages of the board: <c>{{&gt; menu Menu}}</c>.</summary>
    internal const string MenuHtml = "menu.html";

    /// <summary>A form of the board: <c>{{&gt; form Form}}</c>.</summary>
    internal const string FormHtml = "form.html";

    /// <summary>The whole documents.</summary>
    internal static readonly IReadOnlyList<string> Documents =
        [AlertText, AlertHtml, DigestText, DigestHtml, AcknowledgeHtml, ReportHtml, BoardHtml, TicketHtml, PlaceHtml];

    /// <summary>The parts of HTML documents; templates name them without their ending.</summary>
    internal static readonly IReadOnlyList<string> Parts = [StyleHtml, FactHtml, AccountHtml, MenuHtml, FormHtml];

    /// <summary>Whether what a template shows is escaped for HTML.</summary>
    internal static bool IsHtml(string name) => name.EndsWith(".html", StringComparison.Ordinal);
}
