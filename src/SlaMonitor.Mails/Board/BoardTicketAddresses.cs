namespace SlaMonitor.Mails.Board;

/// <summary>The addresses of other pages, as seen from the page of a ticket.</summary>
/// <param name="Board">The board.</param>
/// <param name="Here">This page without a query, to which the form for another time leads.</param>
/// <param name="Drawing">The drawing of the ticket's clocks.</param>
/// <param name="Take">Where promises are taken.</param>
/// <param name="Next">This page as seen from the board's folder: where to go after that.</param>
public sealed record BoardTicketAddresses(string Board, string Here, string Drawing, string Take, string Next);
