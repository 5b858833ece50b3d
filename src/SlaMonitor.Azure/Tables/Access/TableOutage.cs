using Azure;
using Azure.Identity;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Azure.Tables.Access;

/// <summary>Tells "somebody was there before" and "try again later" from a mistake of the program.</summary>
internal static class TableOutage
{
    /// <summary>Calls a table and turns an outage into <see cref="StoreUnavailableException"/>.</summary>
    public static async Task<T> RunAsync<T>(string table, Func<Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call();
        }
        catch (Exception e) when (IsOutage(e) && !cancellationToken.IsCancellationRequested)
        {
            throw new StoreUnavailableException($"The table {table} cannot be used now: {Reason(e)}", e);
        }
    }

    /// <summary>
    /// Whether a write met what it did not expect: a row that is there (409), that has changed (412), or that is gone (404).
    /// </summary>
    public static bool IsConflict(RequestFailedException e) =>
        e.Status is 409 or 412 || (e.Status == 404 && e.ErrorCode != "TableNotFound");

    // Also what an administrator has to cure, a role that is missing or a table: the helpdesk must keep its events until then.
    private static bool IsOutage(Exception e) => e switch
    {
        RequestFailedException failed => failed.Status is 0 or 401 or 403 or 408 or 429 or >= 500 || failed.ErrorCode == "TableNotFound",
        AuthenticationFailedException or HttpRequestException or IOException => true,
        // The client's own time-out; the caller's cancellation is told apart by its token.
        OperationCanceledException => true,
        // What several tries came to.
        AggregateException several => several.InnerExceptions.All(IsOutage),
        _ => false,
    };

    private static string Reason(Exception e) => e switch
    {
        RequestFailedException { Status: 403 } => "access is denied; the app's identity needs the role Storage Table Data Contributor.",
        RequestFailedException { ErrorCode: "TableNotFound" } => "it does not exist; infra/ creates it.",
        RequestFailedException { Status: > 0 } failed => $"Table storage answers {failed.Status} {failed.ErrorCode}.",
        AggregateException several => Reason(several.InnerExceptions[^1]),
        _ => e.Message,
    };
}
