using System.Security.Cryptography;
using System.Text;
using SlaMonitor.Mails.Templates;

namespace SlaMonitor.Mails.Board;

/// <summary>Lays the board and the page of a ticket out by their templates.</summary>
/// <param name="templates">The templates in force.</param>
public sealed class BoardPages(TemplateSet templates)
{
    /// <summary>The board as a whole HTML document, with all that strangers wrote encoded. It needs no script.</summary>
    public string Html(BoardPage page) => templates.Render(TemplateName.BoardHtml, BoardModel.Of(page));

    /// <summary>The page of a ticket, likewise.</summary>
    public string Html(BoardTicket page) => templates.Render(TemplateName.TicketHtml, TicketModel.Of(page));

    /// <summary>
    /// What tells the board as it is from another: the time alone makes no other, since the script counts that down by itself.
    /// </summary>
    public string MarkOf(BoardPage page)
    {
        var html = templates.Render(TemplateName.BoardHtml, BoardModel.Of(page).WithoutTime());
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(html)))[..16];
    }
}
