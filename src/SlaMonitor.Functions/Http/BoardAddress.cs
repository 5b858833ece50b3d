using Microsoft.AspNetCore.Http;
using SlaMonitor.Core.Reporting;
using SlaMonitor.Mails.Board;
using SlaMonitor.Mails.Languages;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Functions.Http;

/// <summary>
/// The addresses of the board's pages, each as seen from the page that is asked for: so they are right behind any proxy.
/// </summary>
internal static class BoardAddress
{
    /// <summary>What all addresses of the monitor begin with, as seen from its root.</summary>
    public const string Root = "api/";

    public const string Board = "dashboard";
    public const string SignIn = Board + "/sign-in";
    public const string OnCall = Board + "/on-call";
    public const string Shifts = Board + "/shifts";
    public const string Month = Board + "/month";
    public const string Reports = Board + "/reports";
    public const string Monitor = Board + "/monitor";
    public const string DeadLetters = Monitor + "/dead-letters";
    public const string Promises = Board + "/promises";
    public const string Next = "next";
    public const string SignOut = Board + "/sign-out";

    public const string Name = Board + "/name";

    /// <summary>One of the board's pages.</summary>
    public static string Of(HttpRequest request, BoardPlace place, string language) => Up(request) + PathOf(place) + In(language);

    /// <summary>The page at which readers say who they are, and which leads back to the one that is asked for.</summary>
    public static string OfName(HttpRequest request, string language) =>
        Up(request) + Name + NameQuery(Here(request), language);

    /// <summary>The query of that page.</summary>
    public static QueryString NameQuery(string? next, string language)
    {
        var parameters = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            [Next] = next,
            [BoardParameters.Language] = language,
        };
        return QueryString.Create(parameters.Where(one => one.Value is not null));
    }

    /// <summary>The board with a filter.</summary>
    public static string Of(HttpRequest request, PromiseFilter filter, bool isWall, string language)
    {
        var parameters = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            [BoardParameters.Agreement] = filter.Agreement,
            [BoardParameters.Target] = filter.Target,
            [BoardParameters.Customer] = filter.Customer,
            [BoardParameters.Group] = filter.Group,
            [BoardParameters.Assignee] = filter.Assignee,
            [BoardParameters.State] = filter.Standing is { } standing ? StoredName.Of(standing) : null,
            [BoardParameters.Mine] = filter.Mine is null ? null : "1",
            [BoardParameters.Wall] = isWall ? "1" : null,
            [BoardParameters.Language] = language,
        };
        return Up(request) + Board + QueryString.Create(parameters.Where(one => one.Value is not null));
    }

    /// <summary>The page of a ticket.</summary>
    public static string OfTicket(HttpRequest request, string ticket, string? language) =>
        $"{Up(request)}{Board}/tickets/{Uri.EscapeDataString(ticket)}"
        + (language is null ? string.Empty : In(language));

    /// <summary>Where dead letters are sent again.</summary>
    public static string OfDeadLetters(HttpRequest request, string language) => Up(request) + DeadLetters + In(language);

    /// <summary>Where promises are taken.</summary>
    public static string OfTaking(HttpRequest request, string language) => Up(request) + Promises + In(language);

    /// <summary>A file that pages need. Its mark changes with it, so that browsers may keep it.</summary>
    public static string OfFile(HttpRequest request, string file) =>
        $"{Up(request)}{Board}/files/{BoardFiles.Find(file)!.Mark}/{file}";

    /// <summary>The page that is asked for, as seen from the board's folder: where to go after signing in.</summary>
    public static string Here(HttpRequest request)
    {
        var path = request.Path.ToUriComponent();
        return path[path.IndexOf(Board, StringComparison.OrdinalIgnoreCase)..] + request.QueryString;
    }

    /// <summary>The path that all pages of the board begin with.</summary>
    public static string PathOf(HttpRequest request) => $"{request.PathBase}{request.Path.Value![..(IndexOf(request) + Board.Length)]}";

    /// <summary>From the page that is asked for to the folder that the board is in.</summary>
    public static string Up(HttpRequest request) => string.Concat(Enumerable.Repeat("../", BehindBoard(request).Count(c => c == '/')));

    /// <summary>The language that the reader asks for, or else their browser's.</summary>
    public static string LanguageOf(this HttpRequest request) =>
        request.Query[BoardParameters.Language].FirstOrDefault() is { Length: > 0 } asked
        ? asked
        : request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => Wording.For(language.Value.Value ?? string.Empty).Language)
            .FirstOrDefault(Wording.Languages[0]);

    private static string PathOf(BoardPlace place) => place switch
    {
        BoardPlace.OnCall => OnCall,
        BoardPlace.Month => Month,
        BoardPlace.Monitor => Monitor,
        _ => Board,
    };

    private static string In(string language) => QueryString.Create(BoardParameters.Language, language).ToString();

    private static string BehindBoard(HttpRequest request) => request.Path.Value![(IndexOf(request) + Board.Length)..];

    private static int IndexOf(HttpRequest request) => request.Path.Value!.IndexOf(Board, StringComparison.OrdinalIgnoreCase);
}
