using Microsoft.AspNetCore.Http;
using SlaMonitor.Monitoring.Views;

namespace SlaMonitor.Functions.Http;

/// <summary>Answers in the API's JSON.</summary>
internal static class Json
{
    public static IResult Ok<T>(T view) => Of(view, StatusCodes.Status200OK);

    public static IResult Of<T>(T view, int status) => TypedResults.Json(view, ViewJson.Options, statusCode: status);
}
