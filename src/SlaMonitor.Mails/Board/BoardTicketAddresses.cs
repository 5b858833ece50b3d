namespace SlaMonitor.Mails.Board;

/// <summary>The addresses of other pages, as seen from the page of a ticket.</summary>
/// <param name="Board">The board.</param>
/// <param name="Here">This page without a query, to which the form for another time leads.</param>
/// <param name="Drawing">The drawing of the ticket's clocks.</param>
/// <param name="Take">Where promises are taken.</param>
/// <param name="Next">This page as seen from the board's folder: where to go after that.</param>
/// <param name="Badge">The whole address of its badge, for a helpdesk; with <c>.svg</c> behind it, that of the picture.</param>
public sealed record BoardTicketAddresses(string Board, string Here, string Drawing, string Take, string Next, string Badge);
