using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using SlaMonitor.Local.Hosting.Running;
using SlaMonitor.Local.Hosting.Settings;
using SlaMonitor.Local.Queues;

namespace SlaMonitor.Local.Hosting.Pump;

/// <summary>Gives one message to its function and settles it by the outcome.</summary>
internal sealed class MessageHandler(
    LocalQueues queues,
    FunctionRunner runner,
    HostPatience patience,
    HostJson hostJson,
    QueueOptions options,
    TimeProvider time,
    ILogger<MessageHandler> logger)
{
    public async Task HandleAsync(QueueFunction function, ReceivedMessage message)
    {
        Exception? failure;
        var actions = new MessageActions();
        using (var done = new CancellationTokenSource())
        {
            var renewing = RenewAsync(message, done.Token);
            failure = await RunAsync(function, message, actions);
            await done.CancelAsync();
            await renewing;
        }

        if (!await SettleAsync(function, message, actions.DeadLettering, failure))
            logger.MessageLockLost(function.Name, message.MessageId);
    }

    private async Task<Exception?> RunAsync(QueueFunction function, ReceivedMessage message, MessageActions actions)
    {
        try
        {
            await runner.RunAsync(function.Method, token => function.Arguments(message.Body, actions, token));
            return null;
        }
#pragma warning disable CA1031 // Whatever a function throws decides over its message alone.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            return problem;
        }
    }

    private Task<bool> SettleAsync(QueueFunction function, ReceivedMessage message, DeadLettering? letter, Exception? failure)
    {
        // Never cancelled: what the function did is done, and the queue must learn of it.
        if (letter is not null)
        {
            logger.MessageDeadLettered(function.Name, message.MessageId, message.Queue, letter.Reason, letter.Description);
            return queues.DeadLetterAsync(message, letter.Reason, letter.Description, CancellationToken.None);
        }

        if (failure is null)
            return queues.CompleteAsync(message, CancellationToken.None);
        if (failure is OperationCanceledException && patience.Token.IsCancellationRequested)
            return queues.ReturnAsync(message, CancellationToken.None);
        if (message.DeliveryCount < options.MaxDeliveryCount)
            logger.QueueFunctionFailed(failure, function.Name, message.MessageId, message.DeliveryCount, message.Queue);
        else
            logger.MessageDeadLettered(
                function.Name, message.MessageId, message.Queue, DeadLetterReasons.MaxDeliveryCountExceeded, failure.ToString());
        return queues.AbandonAsync(message, $"{failure.GetType().Name}: {failure.Message}", CancellationToken.None);
    }

    // The lock is kept while the function runs, as long as host.json allows; a function that hangs loses it then.
    private async Task RenewAsync(ReceivedMessage message, CancellationToken done)
    {
        try
        {
            for (var kept = options.LockDuration; kept < hostJson.MaxAutoLockRenewal; kept += options.LockDuration / 2)
            {
                await Task.Delay(options.LockDuration / 2, time, done);
                if (!await queues.RenewAsync(message, done))
                    return;
            }
        }
        catch (OperationCanceledException) when (done.IsCancellationRequested)
        {
            // Done in time.
        }
        catch (SqliteException problem)
        {
            logger.LockNotRenewed(problem, message.MessageId);
        }
    }
}
