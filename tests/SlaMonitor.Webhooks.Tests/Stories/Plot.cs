namespace SlaMonitor.Webhooks.Tests.Stories;

/// <summary>When what happens, on a working day in Shanghai.</summary>
internal static class Plot
{
    public static readonly Instant Created = Instant.FromUtc(2026, 5, 6, 1, 0);
    public static readonly Instant Noted = Created + Duration.FromMinutes(5);
    public static readonly Instant Answered = Created + Duration.FromMinutes(15);
    public static readonly Instant Waiting = Created + Duration.FromMinutes(20);
    public static readonly Instant CustomerBack = Created + Duration.FromMinutes(60);
    public static readonly Instant Raised = Created + Duration.FromMinutes(65);
    public static readonly Instant Solved = Created + Duration.FromMinutes(120);
    public static readonly Instant Reopened = Created + Duration.FromMinutes(180);
    public static readonly Instant SolvedAgain = Created + Duration.FromMinutes(240);
    public static readonly Instant Closed = Created + Duration.FromMinutes(300);

    /// <summary>When all of it is told.</summary>
    public const string Told = "2026-05-06T09:00:00Z";

    /// <summary>The story in canonical events.</summary>
    public static IEnumerable<(string Id, Instant Time, string Type, string Data)> Canonical =>
    [
        ("1", Created, "created", """{"status":"new","priority":"normal"}"""),
        ("2", Noted, "replied", """{"by":"agent","public":false}"""),
        ("3", Answered, "replied", """{"by":"agent","public":true}"""),
        ("4", Waiting, "updated", """{"status":"pending"}"""),
        ("5", CustomerBack, "replied", """{"by":"customer","public":true,"status":"open"}"""),
        ("6", Raised, "updated", """{"priority":"high"}"""),
        ("7", Solved, "resolved", """{}"""),
        ("8", Reopened, "reopened", """{"status":"open"}"""),
        ("9", SolvedAgain, "resolved", """{}"""),
        ("10", Closed, "closed", """{}"""),
    ];
}
