using System.Net;
using System.Net.Http.Headers;
using NodaTime;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Egress;

/// <summary>What came of a request to a server outside.</summary>
public abstract record EgressAnswer
{
    private EgressAnswer()
    {
    }

    /// <summary>
    /// What the answer means to a message that was to be delivered, for a server that speaks by the status alone.
    /// </summary>
    /// <param name="reference">The server's own name for the message, where it took it.</param>
    public abstract SendOutcome ToOutcome(string reference);

    /// <summary>The server has answered.</summary>
    /// <param name="Status">The status.</param>
    /// <param name="Body">The body, in UTF-8.</param>
    /// <param name="Headers">The headers.</param>
    /// <param name="RetryAfter">How long it asks to be left alone, where it says so.</param>
    public sealed record Answered(HttpStatusCode Status, string Body, HttpResponseHeaders Headers, Duration? RetryAfter) : EgressAnswer
    {
        private const int LongestReason = 200;

        /// <summary>Whether it has done what it was asked.</summary>
        public bool IsSuccess => (int)Status is >= 200 and < 300;

        /// <summary>Whether it may do so later: it is busy, or in trouble of its own.</summary>
        public bool IsBusy => Status is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout || (int)Status >= 500;

        /// <summary>The answer in words, for a person: the status, and the beginning of what it says.</summary>
        public string Reason
        {
            get
            {
                var said = string.Join(' ', Body.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
                if (said.Length > LongestReason) said = said[..LongestReason] + "…";
                return said.Length == 0 ? $"it answered {(int)Status}" : $"it answered {(int)Status}: {said}";
            }
        }

        /// <inheritdoc />
        public override SendOutcome ToOutcome(string reference) => this switch
        {
            { IsSuccess: true } => new SendOutcome.Accepted(reference),
            { IsBusy: true } => new SendOutcome.Unavailable(Reason, RetryAfter),
            _ => new SendOutcome.Refused(Reason),
        };
    }

    /// <summary>There is no answer: nobody knows whether the request has arrived.</summary>
    /// <param name="Reason">Why, without the address, which may hold a secret.</param>
    public sealed record Failed(string Reason) : EgressAnswer
    {
        /// <inheritdoc />
        public override SendOutcome ToOutcome(string reference) => new SendOutcome.Unavailable(Reason);
    }

    /// <summary>Nothing was sent: the address is one that the monitor may not connect to.</summary>
    /// <param name="Reason">Why, and what to do.</param>
    public sealed record Forbidden(string Reason) : EgressAnswer
    {
        /// <inheritdoc />
        public override SendOutcome ToOutcome(string reference) => new SendOutcome.Refused(Reason);
    }
}
