package library.store;

import org.springframework.data.jpa.repository.JpaRepository;

/** The loans; without a contract. */
public interface Loans extends JpaRepository<Loan, Long> {}
