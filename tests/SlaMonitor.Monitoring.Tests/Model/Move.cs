using CsCheck;

namespace SlaMonitor.Monitoring.Tests.Model;

internal enum MoveKind
{
    Create,
    Reply,
    Priority,
    Take,
    Look,

    /// <summary>A look after which the process dies between queue and record, and does not come back before the next one.</summary>
    LastLook,
}

/// <summary>One thing that happens in a random history.</summary>
/// <param name="Kind">What.</param>
/// <param name="Ticket">To which of the tickets.</param>
/// <param name="Wait">Minutes since the last move.</param>
/// <param name="Late">By how many minutes the helpdesk's news is late.</param>
/// <param name="Choice">Who, or which priority.</param>
/// <param name="DieAt">At which call of a port the process dies, if that many come.</param>
/// <param name="AfterTheCall">Whether it dies after the call and not before.</param>
internal sealed record Move(MoveKind Kind, int Ticket, int Wait, int Late, int Choice, int? DieAt, bool AfterTheCall)
{
    private static readonly Gen<int> Waits = Gen.Frequency((6, Gen.Int[0, 90]), (3, Gen.Int[90, 600]), (1, Gen.Int[600, 4000]));
    private static readonly Gen<int> Delays = Gen.Frequency((2, Gen.Const(0)), (1, Gen.Int[1, 600]));
    private static readonly Gen<MoveKind> Kinds =
        Gen.Frequency(
            (3, Gen.Const(MoveKind.Create)), (2, Gen.Const(MoveKind.Reply)), (2, Gen.Const(MoveKind.Priority)),
            (3, Gen.Const(MoveKind.Take)), (8, Gen.Const(MoveKind.Look)), (3, Gen.Const(MoveKind.LastLook)));

    private static readonly Gen<int?> Deaths = Gen.Frequency((2, Gen.Const((int?)null)), (1, Gen.Int[1, 16].Select(call => (int?)call)));

    public static readonly Gen<Move[]> Histories =
        Gen.Select(Kinds, Gen.Int[0, 3], Waits, Delays, Gen.Int[0, 2], Deaths, Gen.Bool, (kind, ticket, wait, late, choice, dieAt, after) =>
            new Move(kind, ticket, wait, late, choice, dieAt, after)).Array[5, 40];

    /// <summary>Histories in which the process lives all the time.</summary>
    public static Gen<Move[]> Lives { get; } = Histories.Select(history => history
        .Select(move => move with { Kind = move.Kind == MoveKind.LastLook ? MoveKind.Look : move.Kind, DieAt = null })
        .ToArray());
}
