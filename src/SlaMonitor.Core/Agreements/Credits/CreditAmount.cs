namespace SlaMonitor.Core.Agreements.Credits;

/// <summary>How much is credited.</summary>
public abstract record CreditAmount
{
    private CreditAmount()
    {
    }

    /// <summary>The amount in the currency of the fees, not rounded.</summary>
    /// <param name="fees">The fees that a share is taken of.</param>
    public abstract decimal Of(FeeSchedule fees);

    /// <summary>A share of the basic fee.</summary>
    /// <param name="Percent">The share in percent.</param>
    public sealed record ShareOfBasic(decimal Percent) : CreditAmount
    {
        /// <inheritdoc />
        public override decimal Of(FeeSchedule fees)
        {
            ArgumentNullException.ThrowIfNull(fees);
            return fees.Basic * Percent / 100;
        }

        /// <inheritdoc />
        public override string ToString() => $"{Percent}% of basic";
    }

    /// <summary>A sum of money.</summary>
    /// <param name="Amount">How much, in the currency of the fees.</param>
    public sealed record Fixed(decimal Amount) : CreditAmount
    {
        /// <inheritdoc />
        public override decimal Of(FeeSchedule fees) => Amount;

        /// <inheritdoc />
        public override string ToString() => $"{Amount}";
    }
}
