using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Functions.Api;
using SlaMonitor.Functions.Http;

namespace SlaMonitor.Functions.Doors;

/// <summary><c>GET /api/openapi.json</c>: the description of the API in OpenAPI 3.1, made of the doors' own attributes and types.</summary>
public sealed class ShowApi
{
    [Function(nameof(ShowApi))]
    [Answer(200, "The description.", MediaTypes = ["application/json"])]
#pragma warning disable CA1822 // a function is found on an instance
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/openapi.json")] HttpRequest request) =>
        UnknownParameters.Of<ShowApi>(request) ?? TypedResults.Content(OpenApiDocument.Text, "application/json", Encoding.UTF8);
#pragma warning restore CA1822
}
