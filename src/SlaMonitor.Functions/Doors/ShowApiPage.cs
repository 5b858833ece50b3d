using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Api;
using SlaMonitor.Functions.Http;

namespace SlaMonitor.Functions.Doors;

/// <summary><c>GET /api/docs</c>: the description of the API as a page to read, in English.</summary>
public sealed class ShowApiPage
{
    [Function(nameof(ShowApiPage))]
    [Answer(200, "The page.", MediaTypes = ["text/html"])]
#pragma warning disable CA1822 // a function is found on an instance
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/docs")] HttpRequest request)
#pragma warning restore CA1822
    {
        if (UnknownParameters.Of<ShowApiPage>(request) is { } unknown) return unknown;

        request.ProtectBoard();
        return TypedResults.Content(ApiPage.Html, "text/html", Encoding.UTF8);
    }
}
