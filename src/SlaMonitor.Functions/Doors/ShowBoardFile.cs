using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Http;
using SlaMonitor.Mails.Board;

namespace SlaMonitor.Functions.Doors;

/// <summary>
/// <c>GET /api/dashboard/files/{mark}/{file}</c>: the style sheet and the script of the board. They say nothing about anybody, and so
/// are for everybody; their address changes with them, and so they may be kept.
/// </summary>
public sealed class ShowBoardFile
{
    [Function(nameof(ShowBoardFile))]
    public IResult Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = BoardAddress.Root + BoardAddress.Board + "/files/{mark}/{file}")]
        HttpRequest request, string mark, string file)
    {
        if (UnknownParameters.Of<ShowBoardFile>(request) is { } unknown) return unknown;
        if (BoardFiles.Find(file) is not { } found)
            return ProblemAnswers.Problem(StatusCodes.Status404NotFound, "There is no such file.", $"The board has no file '{file}'.");

        var headers = request.HttpContext.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = mark == found.Mark ? "public, max-age=31536000, immutable" : "no-cache";
        return TypedResults.Content(found.Text, found.ContentType, Encoding.UTF8);
    }
}
