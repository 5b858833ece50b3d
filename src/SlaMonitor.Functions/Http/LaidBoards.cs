using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using SlaMonitor.Mails.Board;
using SlaMonitor.Monitoring.Board;

namespace SlaMonitor.Functions.Http;

/// <summary>
/// The boards that were laid out of a list of promises. All who ask for the same address, in the same language and as the same reader, are
/// answered by one of them, so that fifty viewers cost about as much as one.
/// </summary>
internal sealed class LaidBoards
{
    /// <summary>How many of one list are kept: a list lives for a second.</summary>
    private const int Most = 200;

    private readonly ConditionalWeakTable<OpenPromiseList, ConcurrentDictionary<string, Lazy<BoardSheet>>> _boards = [];

    /// <summary>The board that a request asks for, laid out where nobody has asked for it yet.</summary>
    public BoardSheet Get(HttpRequest request, OpenPromiseList open, Func<BoardSheet> lay)
    {
        var boards = _boards.GetValue(open, _ => new(StringComparer.Ordinal));
        var key = string.Join(
            '\n', request.PathBase, request.Path, request.QueryString, request.LanguageOf(), ReaderName.Of(request),
            BoardAccess.HasSession(request));
        // All viewers look at once when the store was read anew: one of them lays the page out, and the others wait for it.
        return boards.Count < Most ? boards.GetOrAdd(key, _ => new(lay)).Value
            : boards.TryGetValue(key, out var known) ? known.Value
            : lay();
    }
}
