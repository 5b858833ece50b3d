using System.Security.Cryptography;
using System.Text;
using SlaMonitor.Mails.Templates;

namespace SlaMonitor.Mails.Board;

/// <summary>Lays the board and the page of a ticket out by their templates.</summary>
/// <param name="templates">The templates in force.</param>
public sealed class BoardPages(TemplateSet templates)
{
    /// <summary>The board.</summary>
    public BoardSheet Lay(BoardPage page)
    {
        var model = BoardModel.Of(page);
        var without = templates.Render(TemplateName.BoardHtml, model.WithoutTime());
        var mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(without)))[..16];
        return new BoardSheet(mark, () => templates.Render(TemplateName.BoardHtml, model with { Mark = mark }));
    }

    /// <summary>One of the other pages as a whole HTML document, with all that strangers wrote encoded.</summary>
    public string Html(PlacePage page) => templates.Render(TemplateName.PlaceHtml, page);

    /// <summary>The page of a ticket as a whole HTML document, with all that strangers wrote encoded.</summary>
    public string Html(BoardTicket page) => templates.Render(TemplateName.TicketHtml, TicketModel.Of(page));
}
