namespace SlaMonitor.Mails.Board;

/// <summary>The board, laid out when it is asked for: whoever has it as it is need not get it again.</summary>
/// <param name="Mark">
/// What tells the board as it is from another. The time alone makes no other, since the script counts that down by itself.
/// </param>
/// <param name="Html">The board as a whole HTML document, with all that strangers wrote encoded. It needs no script.</param>
public sealed record BoardSheet(string Mark, Func<string> Html);
