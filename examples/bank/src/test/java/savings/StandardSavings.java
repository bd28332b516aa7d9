package savings;

import java.util.ArrayList;
import java.util.List;

/** A right supplier, opened with ten. */
class StandardSavings implements Savings {

  final List<Long> history = new ArrayList<>(List.of(1_000L));
  long balance = 1_000;
  boolean closed;

  @Override
  public long balance() {
    return balance;
  }

  @Override
  public boolean isClosed() {
    return closed;
  }

  @Override
  public List<Long> history() {
    return new ArrayList<>(history);
  }

  @Override
  public void deposit(long amount) {
    demandOpen();
    book(amount);
  }

  @Override
  public void depositAll(List<Long> amounts) {
    demandOpen();
    amounts.forEach(this::book);
  }

  @Override
  public void withdraw(long amount) {
    demandOpen();
    book(-amount);
  }

  @Override
  public long addInterest(int permille) {
    demandOpen();
    long interest = balance * permille / 1_000;
    book(interest);
    return interest;
  }

  @Override
  public long charge() {
    long fee = Math.min(FEE, balance);
    book(-fee);
    return fee;
  }

  @Override
  public String statement(String memo) {
    return balance + " " + memo;
  }

  @Override
  public void close() {
    closed = true;
  }

  void demandOpen() {
    if (closed) {
      throw new AccountClosedException();
    }
  }

  void book(long amount) {
    history.add(amount);
    balance += amount;
  }
}
