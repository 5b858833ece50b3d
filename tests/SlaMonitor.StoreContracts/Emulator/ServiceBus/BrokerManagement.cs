using Amqp;
using Amqp.Framing;
using Amqp.Listener;
using Amqp.Types;

namespace SlaMonitor.StoreContracts.Emulator.ServiceBus;

/// <summary>Answers who looks at messages without taking them, and who schedules messages and takes them back.</summary>
internal sealed class BrokerManagement(BrokerShelf shelf, BrokerSchedule schedule) : IRequestProcessor
{
    private const string Peek = "com.microsoft:peek-message";
    private const string Schedule = "com.microsoft:schedule-message";
    private const string CancelScheduled = "com.microsoft:cancel-scheduled-message";
    private const string Numbers = "sequence-numbers";

    public int Credit => 100;

    public void Process(RequestContext requestContext)
    {
        var operation = (string)requestContext.Message.ApplicationProperties["operation"];
        var asked = (Map)requestContext.Message.Body;
        switch (operation)
        {
            case Peek:
                PeekFor(requestContext, asked);
                break;
            case Schedule:
                var messages = ((List)asked["messages"]).Cast<Map>().Select(one => (byte[])one["message"]);
                Answer(requestContext, 200, new Map { [Numbers] = messages.Select(schedule.Add).ToArray() });
                break;
            case CancelScheduled:
                foreach (var number in (long[])asked[Numbers]) schedule.Remove(number);
                Answer(requestContext, 200, []);
                break;
            default:
                throw new NotSupportedException($"This broker knows no operation '{operation}'.");
        }
    }

    private void PeekFor(RequestContext requestContext, Map asked)
    {
        var found = new List();
        found.AddRange(shelf.Messages
            .Where(message => message.Sequence >= (long)asked["from-sequence-number"])
            .OrderBy(message => message.Sequence)
            .Take((int)asked["message-count"])
            .Select(message => new Map { ["message"] = Bytes(message.Told()) })
            .ToArray());
        Answer(requestContext, found.Count > 0 ? 200 : 204, new Map { ["messages"] = found });
    }

    private static void Answer(RequestContext requestContext, int status, Map body) => requestContext.Complete(new Message
    {
        ApplicationProperties = new ApplicationProperties { ["statusCode"] = status, ["statusDescription"] = "OK" },
        BodySection = new AmqpValue { Value = body },
    });

    private static byte[] Bytes(Message message)
    {
        var buffer = message.Encode();
        return buffer.Buffer.AsSpan(buffer.Offset, buffer.Length).ToArray();
    }
}
